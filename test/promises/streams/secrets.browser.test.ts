import { expect } from 'chai';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';

const secret = 'Tok3n-that-must-stay-secret';
const events = ['jet-ready', 'jet-blocked', 'jet-error', 'jet-source-change', 'jet-privacy-change', 'jet-chapter-change', 'error'];

/** Returns all text in an object at any depth, including messages and causes of errors. */
function textOf(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value) || value instanceof Node) return '';
  seen.add(value);
  const own = value instanceof Error ? [value.name, value.message, value.stack, value.cause] : [];
  return [...own, ...Object.values(value)].map((part) => textOf(part, seen)).join('\n');
}

/** Returns the rendered markup of the element, including its shadow roots. */
const markupOf = (root: Element | ShadowRoot): string =>
  [root.innerHTML, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [markupOf(shadowRoot)] : []))].join('\n');

async function watch(src: string, requestHook?: JetPlayer['requestHook']): Promise<{ player: JetPlayer; exposed(): string }> {
  const built = '/dist/jet-player.js';
  await import(built);
  const player = Object.assign(document.createElement('jet-player'), { requestHook, muted: true, autoplay: true });
  const details: unknown[] = [];
  for (const type of events)
    player.addEventListener(type, (event) => details.push(event instanceof CustomEvent ? event.detail : player.error));
  player.setAttribute('src', src);
  document.body.append(player);
  const exposed = () => {
    const { state, session } = player.player!;
    return [
      textOf(details),
      textOf(state.current),
      textOf(session.error),
      textOf(player.privacyReport()),
      textOf(player.error),
      markupOf(player.shadowRoot!)
    ].join('\n');
  };
  return { player, exposed };
}

describe('a signature in a URL appears in no event, state, error or markup', () => {
  expectNoThirdPartyRequests();

  for (const path of ['cea-608/master.m3u8', 'base/manifest.mpd']) {
    it(`during playback of ${path}`, async () => {
      const { player, exposed } = await watch(`/streams/signed/x/${path}`, (request) => void (request.url += `?sig=x&token=${secret}`));
      await until('the video plays', () => player.currentTime > 0.5);
      expect(exposed()).not.to.contain(secret);
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
      const { player, exposed } = await watch(src);
      await until('the player failed', () => player.error !== null);
      expect(exposed()).not.to.contain(secret);
      player.remove();
    });
  }

  it('canary: textOf() finds text at any depth', () => {
    expect(textOf({ a: [new Error('x', { cause: { url: `?token=${secret}` } })] })).to.contain(secret);
  });
});
