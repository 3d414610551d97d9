import type { UserActivity } from './user-activity.js';
import type { View } from '../view.js';
import { skipSeconds } from '../controls/skip.js';

/** Maximum time between the two taps of a double tap, in milliseconds. */
const doubleTap = 300;
/** Time in milliseconds within which each further tap on the same side skips again. */
const furtherTap = 700;

/** Returns the third of the video that was tapped: -1, 0 or 1. */
const sideOf = (fraction: number): number => (fraction < 1 / 3 ? -1 : fraction > 2 / 3 ? 1 : 0);

interface GestureOptions {
  view(): View;
  readonly activity: UserActivity;
  /** Whether a menu or a panel is open; a press elsewhere then only closes it. */
  busy(): boolean;
  /** Called when a press begins that may become a hold. */
  onPress(event: PointerEvent): void;
  /** Whether the press was a hold, whose release is not a click. */
  wasHeld(): boolean;
  /** Called after playback was started or paused, to show a notice. */
  onToggle(): void;
  /** Called after a skip, to show a notice. */
  onSkip(seconds: number): void;
}

/**
 * Handles pointer gestures on the video. Mouse: a click plays or pauses, a double click toggles full screen. Touch: a tap shows or
 * hides the controls, a double tap on a side skips. Both: a hold plays at double speed. Every gesture has a button or a key that does the
 * same.
 */
export class Gestures {
  readonly #options: GestureOptions;
  #pointer = 'mouse';
  #wasActive = true;
  #wasBusy = false;
  #lastTap = { time: -Infinity, side: 0, skipping: false };

  constructor(options: GestureOptions) {
    this.#options = options;
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    const { activity, busy, onPress } = this.#options;
    this.#pointer = event.pointerType;
    // Saved first, because this press itself shows the controls and closes the menu.
    this.#wasActive = activity.active;
    this.#wasBusy = busy();
    if (!this.#wasBusy) onPress(event);
  };

  readonly onClick = (event: MouseEvent): void => {
    const { player, state } = this.#options.view();
    if (this.#wasBusy || this.#options.wasHeld()) return;
    if (this.#pointer === 'touch' && state.playback.started) return this.#tap(event);
    player.playback.toggle();
    this.#options.onToggle();
  };

  readonly onDoubleClick = (): void => {
    const { player, state } = this.#options.view();
    if (this.#pointer === 'touch' || !state.fullscreen.supported) return;
    void player.fullscreen.toggle().catch(() => undefined);
  };

  /** A long press of a finger would open the browser's menu. */
  readonly onContextMenu = (event: MouseEvent): void => {
    if (this.#pointer === 'touch') event.preventDefault();
  };

  #tap({ timeStamp, clientX, currentTarget }: MouseEvent): void {
    const { left, width } = (currentTarget as HTMLElement).getBoundingClientRect();
    const side = sideOf((clientX - left) / width);
    const since = timeStamp - this.#lastTap.time;
    const { skipping } = this.#lastTap;
    const again = side !== 0 && side === this.#lastTap.side && since < (skipping ? furtherTap : doubleTap);
    this.#lastTap = { time: timeStamp, side, skipping: again };
    const { activity, view, onSkip } = this.#options;
    if (again) {
      view().player.time.skip(side * skipSeconds);
      onSkip(side * skipSeconds);
    } else if (this.#wasActive && !skipping) activity.hide();
  }
}
