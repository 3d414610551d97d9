import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { until } from '../../support/until.js';

/** A cue of a test; times in seconds. */
type TestCue = readonly [start: number, end: number, text: string, settings?: Partial<VTTCue>];

/** The end of a cue that never ends: infinity (HTML, 4.8.11.11.5), or the largest number in browsers without such cues. */
export function endOfEndlessCue(): number {
  try {
    return new VTTCue(0, Infinity, '').endTime;
  } catch {
    return Number.MAX_VALUE;
  }
}

/** Adds a caption track with these cues to the player, and shows it. */
export function showCaptions(player: JetPlayer, ...cues: readonly TestCue[]): TextTrack {
  const track = player.addTextTrack('captions', 'Test', 'en');
  for (const [start, end, text, settings] of cues) track.addCue(Object.assign(new VTTCue(start, end, text), settings));
  track.mode = 'showing';
  return track;
}

/** Waits until the code that renders captions has loaded, and returns the shadow root that contains them. */
export async function waitForCaptionRoot(player: JetPlayer): Promise<ShadowRoot> {
  const element = () => player.shadowRoot!.querySelector('jet-captions');
  await until('captions are rendered', () => Boolean(element()?.shadowRoot));
  return element()!.shadowRoot!;
}

/** Returns the rendered caption boxes. */
export const captionBoxes = (root: ShadowRoot): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.cue > span')];

/** Returns the text of each box, its lines in one string. */
export const captionTexts = (root: ShadowRoot): string[] => captionBoxes(root).map(({ textContent }) => textContent);

/** Waits until exactly these texts are rendered. */
export const waitForCaptionTexts = (root: ShadowRoot, ...expected: string[]): Promise<void> =>
  until(`the captions are ${expected.join(' | ') || 'absent'}`, () => captionTexts(root).join('|') === expected.join('|'));
