import type { Activity } from './activity.js';
import type { View } from './control.js';

/** Milliseconds between two taps that are one double tap. */
const doubleTap = 300;
/** Milliseconds in which each further tap at the same side leaps again. */
const furtherTap = 700;
/** Seconds of one double tap, as with the keys `j` and `l`. */
const leap = 10;

/** Which third of the picture: -1, 0 or 1. */
const sideOf = (fraction: number): number => (fraction < 1 / 3 ? -1 : fraction > 2 / 3 ? 1 : 0);

interface GestureOptions {
  view(): View;
  readonly activity: Activity;
  /** A menu or a panel is open: a press elsewhere only closes it. */
  busy(): boolean;
  /** Called after a leap, for the viewer to be told. */
  onLeap(seconds: number): void;
}

/**
 * What a pointer means on the picture. Mouse: a click plays or pauses, a double click is full screen. Finger: a tap shows or hides
 * the controls, a double tap at a side leaps. Every gesture has a button or a key that does the same.
 */
export class Gestures {
  readonly #options: GestureOptions;
  #pointer = 'mouse';
  #wasActive = true;
  #wasBusy = false;
  #lastTap = { time: -Infinity, side: 0, leaping: false };

  constructor(options: GestureOptions) {
    this.#options = options;
  }

  readonly onPointerDown = ({ pointerType }: PointerEvent): void => {
    const { activity, busy } = this.#options;
    this.#pointer = pointerType;
    // How it was before this press, which itself wakes the controls and closes the menu.
    this.#wasActive = activity.active;
    this.#wasBusy = busy();
  };

  readonly onClick = (event: MouseEvent): void => {
    const { player, state } = this.#options.view();
    if (this.#wasBusy) return;
    if (this.#pointer !== 'touch' || !state.playback.started) player.playback.toggle();
    else this.#tap(event);
  };

  readonly onDoubleClick = (): void => {
    const { player, state } = this.#options.view();
    if (this.#pointer === 'touch' || !state.fullscreen.supported) return;
    void player.fullscreen.toggle().catch(() => undefined);
  };

  #tap({ timeStamp, clientX, currentTarget }: MouseEvent): void {
    const { left, width } = (currentTarget as HTMLElement).getBoundingClientRect();
    const side = sideOf((clientX - left) / width);
    const since = timeStamp - this.#lastTap.time;
    const { leaping } = this.#lastTap;
    const again = side !== 0 && side === this.#lastTap.side && since < (leaping ? furtherTap : doubleTap);
    this.#lastTap = { time: timeStamp, side, leaping: again };
    const { activity, view, onLeap } = this.#options;
    if (again) {
      view().player.time.skip(side * leap);
      onLeap(side * leap);
    } else if (this.#wasActive && !leaping) activity.rest();
  }
}
