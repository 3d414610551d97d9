import { expect } from 'chai';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';

const secret = 'Tok3n-that-must-stay-secret';
const events = ['jet-ready', 'jet-blocked', 'jet-error', 'jet-source-change', 'jet-privacy-change', 'jet-chapter-change', 'error'];

/** Returns all text in an object at any depth, including messages and causes of errors. */
function collectText(value: unknown, visited = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (visited.has(value) || value instanceof Node) return '';
  visited.add(value);
  const errorParts = value instanceof Error ? [value.name, value.message, value.stack, value.cause] : [];
  return [...errorParts, ...Object.values(value)].map((part) => collectText(part, visited)).join('\n');
}

/** Returns the rendered markup of the element, including its shadow roots. */
const collectMarkup = (root: Element | ShadowRoot): string =>
  [root.innerHTML, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [collectMarkup(shadowRoot)] : []))].join(
    '\n'
  );

/** Mounts a player of `src`, and records its events. `exposedText` returns every text in which the page could see a URL. */
async function mountWithRecorder(
  src: string,
  requestHook?: JetPlayer['requestHook']
): Promise<{ player: JetPlayer; exposedText(): string }> {
  const moduleUrl = '/dist/jet-player.js';
  await import(moduleUrl);
  const player = Object.assign(document.createElement('jet-player'), { requestHook, muted: true, autoplay: true });
  const details: unknown[] = [];
  for (const type of events)
    player.addEventListener(type, (event) => details.push(event instanceof CustomEvent ? event.detail : player.error));
  player.setAttribute('src', src);
  document.body.append(player);
  const exposedText = () => {
    const { state, session } = player.player!;
    return [
      collectText(details),
      collectText(state.current),
      collectText(session.error),
      collectText(player.privacyReport()),
      collectText(player.error),
      collectMarkup(player.shadowRoot!)
    ].join('\n');
  };
  return { player, exposedText };
}

describe('a signature in a URL appears in no event, state, error or markup', () => {
  expectNoThirdPartyRequests();

  for (const path of ['cea-608/master.m3u8', 'base/manifest.mpd']) {
    it(`during playback of ${path}`, async () => {
      const { player, exposedText } = await mountWithRecorder(
        `/streams/signed/x/${path}`,
        (request) => void (request.url += `?sig=x&token=${secret}`)
      );
      await until('the video plays', () => player.currentTime > 0.5);
      expect(exposedText()).not.to.contain(secret);
      player.remove();
    });
  }

  for (const [what, src] of [
    ['is rejected by its server', `/streams/signed/x/cea-608/master.m3u8?token=${secret}`],
    ['is missing', `/streams/none.m3u8?token=${secret}`],
    ['is a missing DASH manifest', `/streams/none.mpd?token=${secret}`],
    ['is not a manifest', `/media/chapters.vtt?token=${secret}`],
    ['names another host', `/streams/elsewhere/video.m3u8?token=${secret}`],
    ['is missing and has its signature in the path', `/streams/token=${secret}/none.m3u8`]
  ] as const) {
    it(`when the source ${what}`, async () => {
      const { player, exposedText } = await mountWithRecorder(src);
      await until('the player failed', () => player.error !== null);
      expect(exposedText()).not.to.contain(secret);
      player.remove();
    });
  }

  it('canary: is found by collectText() at any depth', () => {
    expect(collectText({ a: [new Error('x', { cause: { url: `?token=${secret}` } })] })).to.contain(secret);
  });
});
