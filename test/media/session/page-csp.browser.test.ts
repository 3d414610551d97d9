import { expect } from 'chai';
import { once } from '../../../src/lib/listen.js';
import type { Player } from '../../../src/media/index.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';

/** A window of a page whose script has created a player. */
interface PlayerWindow extends Window {
  readonly player?: Player;
}

/** Opens a page in a frame, sets a Content Security Policy there, and loads a source in a player of that page. */
async function openPage(policy: string, src: string): Promise<{ frame: HTMLIFrameElement; player: Player }> {
  const frame = Object.assign(document.createElement('iframe'), { src: '/test/fixtures/page.html' });
  document.body.append(frame);
  await once(frame, 'load');
  const page = frame.contentDocument!;
  const createElement = <K extends keyof HTMLElementTagNameMap>(name: K, properties: Partial<HTMLElementTagNameMap[K]>) =>
    Object.assign(page.createElement(name), properties);
  page.body.append(createElement('video', { muted: true, autoplay: true, width: 640, height: 360 }));
  page.head.append(createElement('meta', { httpEquiv: 'Content-Security-Policy', content: policy }));
  const text = `import { createPlayer } from '/dist/media.js';
    window.player = createPlayer({ video: document.querySelector('video') });
    player.load([{ src: '${src}' }]);`;
  page.head.append(createElement('script', { type: 'module', text }));
  await until('the page has a player', () => (frame.contentWindow as PlayerWindow | null)?.player !== undefined);
  return { frame, player: (frame.contentWindow as PlayerWindow).player! };
}

describe('a player on a page with a Content Security Policy', () => {
  expectNoThirdPartyRequests();
  let frame: HTMLIFrameElement | undefined;
  afterEach(() => frame?.remove());

  for (const [forbidden, src, policy, directive] of [
    ['no blob: for HLS', '/media/cmaf/master.m3u8', "media-src 'self'", 'media-src'],
    ['no blob: for DASH', '/media/cmaf/manifest.mpd', "media-src 'self'", 'media-src'],
    ['no blob: by the directive default-src', '/media/cmaf/master.m3u8', "default-src 'self' 'unsafe-inline'", 'media-src'],
    ['no file', '/media/film.mp4', "media-src 'none'", 'media-src'],
    ['no playlist', '/media/cmaf/master.m3u8', "connect-src 'none'", 'connect-src'],
    ['no MPD', '/media/cmaf/manifest.mpd', "connect-src 'none'", 'connect-src']
  ] as const)
    it(`fails with policy/page-csp, which names the directive, when the policy allows ${forbidden}`, async () => {
      const page = await openPage(policy, src);
      frame = page.frame;
      await until('the player failed', () => page.player.state.current.source.status === 'failed');
      const { error } = page.player.state.current.source;
      expect(error).to.include({ code: 'policy/page-csp', retryable: false });
      expect(error!.message).to.include(directive);
    });

  it('plays a file in the browser itself when the policy does not allow blob:', async () => {
    const page = await openPage("media-src 'self'", '/media/film.mp4');
    frame = page.frame;
    await until('the video plays', () => page.player.state.current.time.current > 0.3);
    expect(page.player.session.engineName).to.equal('native');
  });

  it('canary: plays when the policy allows blob:', async () => {
    const page = await openPage("media-src 'self' blob:", '/media/cmaf/master.m3u8');
    frame = page.frame;
    await until('the video plays', () => page.player.state.current.time.current > 0.3);
  });
});
