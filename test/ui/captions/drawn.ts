import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { until } from '../../support/until.js';

// These tests use the built element, with its engines and chunks.
const address = '/dist/jet-player.js';

/**
 * Returns the built element with a source, muted and paused, when it can play and after a first interaction. Before `canplay`, the player
 * takes a change of a text track for one of the engine, and reverts it.
 */
export async function shipped(src: string, { children = '', width = 640 } = {}): Promise<JetPlayer> {
  await import(address);
  document.body.replaceChildren();
  const player = document.createElement('jet-player');
  Object.assign(player, { src, muted: true });
  player.style.inlineSize = `${width}px`;
  player.append(document.createRange().createContextualFragment(children));
  document.body.append(player);
  player.dispatchEvent(new PointerEvent('pointerenter'));
  let canPlay = false;
  player.addEventListener('canplay', () => (canPlay = true), { once: true });
  await until(`${src} can play`, () => canPlay && player.player?.session.status === 'ready');
  await until('the menu has loaded', () => Boolean(player.shadowRoot!.querySelector('jet-menu')?.shadowRoot?.firstElementChild));
  return player;
}

/** Seeks to a time, and waits until its frame is shown. */
export async function goTo(player: JetPlayer, seconds: number): Promise<void> {
  player.currentTime = seconds;
  await until(`the frame at ${seconds} s is shown`, () => !player.seeking && player.readyState >= 2);
}

type Written = readonly [start: number, end: number, text: string, settings?: Partial<VTTCue>];

/** The end of a cue that never ends: infinity (HTML, 4.8.11.11.5), or the largest number in browsers without such cues. */
export function never(): number {
  try {
    return new VTTCue(0, Infinity, '').endTime;
  } catch {
    return Number.MAX_VALUE;
  }
}

/** Adds a test's captions, and shows them. */
export function write(player: JetPlayer, ...cues: readonly Written[]): TextTrack {
  const track = player.addTextTrack('captions', 'Test', 'en');
  for (const [start, end, text, settings] of cues) track.addCue(Object.assign(new VTTCue(start, end, text), settings));
  track.mode = 'showing';
  return track;
}

/** Returns the root of the rendered captions, once the code that renders them has loaded. */
export async function drawing(player: JetPlayer): Promise<ShadowRoot> {
  const element = () => player.shadowRoot!.querySelector('jet-captions');
  await until('captions are rendered', () => Boolean(element()?.shadowRoot));
  return element()!.shadowRoot!;
}

/** Returns the rendered caption boxes. */
export const boxes = (root: ShadowRoot): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.cue > span')];

/** Returns the text of each box, its lines in one string. */
export const words = (root: ShadowRoot): string[] => boxes(root).map(({ textContent }) => textContent);

/** Waits until exactly these texts are rendered. */
export const says = (root: ShadowRoot, ...wanted: string[]): Promise<void> =>
  until(`the captions are ${wanted.join(' | ') || 'nothing'}`, () => words(root).join('|') === wanted.join('|'));
