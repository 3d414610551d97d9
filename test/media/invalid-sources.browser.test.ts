import { expect } from 'chai';
import type { JetPlayer } from '../../src/index.js';
import { expectNoThirdPartyRequests } from '../support/third-party-requests.js';
import { mountPlayer } from '../support/mount-player.js';
import { unless, webKitGtk } from '../support/known-limits.js';
import { until } from '../support/until.js';
import { invalidSources } from './invalid-sources.js';

/** Adds a `<jet-player>` of the built module to the page. */
async function addBuiltPlayer(): Promise<JetPlayer> {
  const moduleUrl = '/dist/jet-player.js';
  await import(moduleUrl);
  const element = document.createElement('jet-player');
  document.body.append(element);
  return element;
}

describe('an invalid source', () => {
  let element: JetPlayer;
  beforeEach(async () => void (element = await addBuiltPlayer()));
  afterEach(() => element.remove());
  expectNoThirdPartyRequests();

  for (const { title, source, code } of invalidSources) {
    it(`fails with one error, whose code and message the error screen shows: ${title}`, async () => {
      const errors: string[] = [];
      element.addEventListener('jet-error', ({ detail }) => errors.push(detail.code));
      element.setAttribute('type', source.type ?? '');
      element.setAttribute('src', source.src);
      await until('the player failed', () => errors.length > 0);
      await element.updateComplete;
      expect(errors).to.deep.equal([code]);
      expect(element.error?.message).to.match(new RegExp(`^${code}: [A-Z].*\\.$`));
      const screen = element.shadowRoot!.querySelector('[role=alert]')!;
      expect(screen.textContent).to.match(/[A-Z][^.]+\./, 'a sentence');
      expect(screen.textContent).to.contain(code);
      expect(screen.querySelector('[part=retry]'), 'the Retry button').to.be.instanceOf(HTMLButtonElement);
    });
  }

  it('is loaded again by the Retry button, and a valid source plays afterwards', async () => {
    element.setAttribute('src', '/media/none.mp4');
    await until('the player failed', () => element.error !== null);
    await element.updateComplete;
    let failures = 0;
    element.addEventListener('jet-error', () => failures++);
    element.shadowRoot!.querySelector<HTMLButtonElement>('[part=retry]')!.click();
    await until('the player failed again', () => failures === 1);
    element.muted = true;
    element.setAttribute('src', '/media/film.mp4');
    await element.play();
    await until('the video plays', () => element.currentTime > 0);
    expect(element.error).to.equal(null);
  });
});

describe('an HLS playlist that skips segments of which the player has no earlier playlist', () => {
  let element: JetPlayer;
  beforeEach(async () => void (element = await addBuiltPlayer()));
  afterEach(() => element.remove());
  expectNoThirdPartyRequests();

  const segments = [1, 2, 3].map((number) => `#EXTINF:2,\n/media/cmaf/video-240/${number}.m4s\n`).join('');
  for (const count of ['-1', '4000000000', '"4000000000"', '90000\n#EXT-X-SKIP:SKIPPED-SEGMENTS=90000']) {
    it(`fails with manifest/malformed when SKIPPED-SEGMENTS is ${JSON.stringify(count)}`, async () => {
      const errors: string[] = [];
      element.addEventListener('jet-error', ({ detail }) => errors.push(detail.code));
      element.setAttribute('type', 'application/vnd.apple.mpegurl');
      const playlist = `#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"\n#EXT-X-SKIP:SKIPPED-SEGMENTS=${count}\n${segments}#EXT-X-ENDLIST\n`;
      element.setAttribute('src', `data:application/vnd.apple.mpegurl,${encodeURIComponent(playlist)}`);
      await until('the player failed', () => errors.length > 0);
      expect(errors).to.deep.equal(['manifest/malformed']);
    });
  }
});

describe('a URL without an extension', () => {
  expectNoThirdPartyRequests();

  unless(webKitGtk && 'WebKitGTK plays no blob: file, even in a video element without the player')(
    'is played by the native engine when it contains an MP4 file',
    async () => {
      const file = await (await fetch('/media/film.mp4')).blob();
      const fileUrl = URL.createObjectURL(file);
      const mounted = await mountPlayer();
      await mounted.play(fileUrl);
      expect(mounted.player.session.engineName).to.equal('native');
      mounted.unmount();
      URL.revokeObjectURL(fileUrl);
    }
  );
});
