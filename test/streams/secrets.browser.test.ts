import { expect } from 'chai';
import type { JetPlayer } from '../../src/ui/jet-player.js';
import { staySilent } from '../support/second-origin.js';
import { until } from '../support/until.js';

const secret = 'Tok3n-that-nobody-may-see';
const events = ['jet-ready', 'jet-blocked', 'jet-error', 'jet-source-change', 'jet-privacy-change', 'jet-chapter-change', 'error'];

/** Everything of an object, whatever its depth, errors with their words and causes. */
function wordsOf(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value) || value instanceof Node) return '';
  seen.add(value);
  const own = value instanceof Error ? [value.name, value.message, value.stack, value.cause] : [];
  return [...own, ...Object.values(value)].map((part) => wordsOf(part, seen)).join('\n');
}

/** What the element drew, its shadow roots included. */
const markupOf = (root: Element | ShadowRoot): string =>
  [root.innerHTML, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [markupOf(shadowRoot)] : []))].join('\n');

async function watch(src: string, requestHook?: JetPlayer['requestHook']): Promise<{ player: JetPlayer; told(): string }> {
  const built = '/dist/jet-player.js';
  await import(built);
  const player = Object.assign(document.createElement('jet-player'), { requestHook, muted: true, autoplay: true });
  const heard: unknown[] = [];
  for (const type of events)
    player.addEventListener(type, (event) => heard.push(event instanceof CustomEvent ? event.detail : player.error));
  player.setAttribute('src', src);
  document.body.append(player);
  const told = () => {
    const { state, session } = player.player!;
    return [
      wordsOf(heard),
      wordsOf(state.current),
      wordsOf(session.error),
      wordsOf(player.privacyReport()),
      wordsOf(player.error),
      markupOf(player.shadowRoot!)
    ].join('\n');
  };
  return { player, told };
}

describe('a signature is seen by nobody but the server', () => {
  staySilent();

  for (const path of ['cea-608/master.m3u8', 'base/manifest.mpd']) {
    it(`plays: ${path}`, async () => {
      const { player, told } = await watch(`/streams/signed/x/${path}`, (request) => void (request.url += `?sig=x&token=${secret}`));
      await until('it plays', () => player.currentTime > 0.5);
      expect(told()).not.to.contain(secret);
      player.remove();
    });
  }

  for (const [what, src] of [
    ['refused', `/streams/signed/x/cea-608/master.m3u8?token=${secret}`],
    ['missing', `/streams/none.m3u8?token=${secret}`],
    ['missing, DASH', `/streams/none.mpd?token=${secret}`],
    ['no manifest', `/media/chapters.vtt?token=${secret}`],
    ['elsewhere', `/streams/elsewhere/video.m3u8?token=${secret}`],
    ['missing, in the path', `/streams/token=${secret}/none.m3u8`]
  ] as const) {
    it(`fails: ${what}`, async () => {
      const { player, told } = await watch(src);
      await until('it failed', () => player.error !== null);
      expect(told()).not.to.contain(secret);
      player.remove();
    });
  }

  it('canary: words are looked for in every depth', () => {
    expect(wordsOf({ a: [new Error('x', { cause: { url: `?token=${secret}` } })] })).to.contain(secret);
  });
});
