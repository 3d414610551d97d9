import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { until } from '../../support/until.js';

// What is tested is what ships: the built element, with its engines and its own chunks beside it.
const address = '/dist/jet-player.js';

/** The element as it ships with a source in it, muted and paused, once its first frame is there and a viewer has come to it. */
export async function shipped(src: string, { children = '', width = 640 } = {}): Promise<JetPlayer> {
  await import(address);
  document.body.replaceChildren();
  const player = document.createElement('jet-player');
  Object.assign(player, { src, muted: true });
  player.style.inlineSize = `${width}px`;
  player.append(document.createRange().createContextualFragment(children));
  document.body.append(player);
  player.dispatchEvent(new PointerEvent('pointerenter'));
  await until(`${src} is there`, () => player.readyState >= 2 && player.player?.session.status === 'ready');
  await until('the menu is there', () => Boolean(player.shadowRoot!.querySelector('jet-menu')?.shadowRoot?.firstElementChild));
  return player;
}

/** Goes to a time, and waits until its picture is there. */
export async function goTo(player: JetPlayer, seconds: number): Promise<void> {
  player.currentTime = seconds;
  await until(`${seconds} s is there`, () => !player.seeking && player.readyState >= 2);
}

type Written = readonly [start: number, end: number, text: string, settings?: Partial<VTTCue>];

/** The end of a cue that never ends: infinity (HTML, 4.8.11.11.5), or the last moment there is where the browser has no such cues yet. */
export function never(): number {
  try {
    return new VTTCue(0, Infinity, '').endTime;
  } catch {
    return Number.MAX_VALUE;
  }
}

/** Adds captions that a test writes, and shows them. */
export function write(player: JetPlayer, ...cues: readonly Written[]): TextTrack {
  const track = player.addTextTrack('captions', 'Test', 'en');
  for (const [start, end, text, settings] of cues) track.addCue(Object.assign(new VTTCue(start, end, text), settings));
  track.mode = 'showing';
  return track;
}

/** The root in which the captions are drawn, as soon as what draws them has been fetched. */
export async function drawing(player: JetPlayer): Promise<ShadowRoot> {
  const element = () => player.shadowRoot!.querySelector('jet-captions');
  await until('captions are drawn', () => Boolean(element()?.shadowRoot));
  return element()!.shadowRoot!;
}

/** The boxes that are drawn now. */
export const boxes = (root: ShadowRoot): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.cue > span')];

/** Their words, a line of each box in one string. */
export const words = (root: ShadowRoot): string[] => boxes(root).map(({ textContent }) => textContent);

/** Waits until just these words are drawn. */
export const says = (root: ShadowRoot, ...wanted: string[]): Promise<void> =>
  until(`the captions say ${wanted.join(' | ') || 'nothing'}`, () => words(root).join('|') === wanted.join('|'));
