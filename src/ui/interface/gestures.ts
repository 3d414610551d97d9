import type { UserActivity } from './user-activity.js';
import type { View } from '../view.js';
import { skipSeconds } from '../controls/skip.js';

/** Maximum time between the two taps of a double tap. */
const maxDoubleTapDelayMs = 300;
/** Maximum time after which a further tap on the same side skips again. */
const maxFurtherTapDelayMs = 700;

/** Returns the direction in which a double tap skips: -1 in the left third of the video, 1 in the right third, 0 in the middle. */
const skipDirectionAt = (fraction: number): number => (fraction < 1 / 3 ? -1 : fraction > 2 / 3 ? 1 : 0);

interface GestureOptions {
  view(): View;
  readonly activity: UserActivity;
  /** Whether a menu or a panel is open; a press elsewhere then only closes it. */
  hasOpenPopup(): boolean;
  /** Called when a press begins that may become a hold. */
  onPress(event: PointerEvent): void;
  /** Whether the press was a hold, whose release is not a click. */
  wasHold(): boolean;
  /** Called after playback was started or paused, to show a notice. */
  onToggle(): void;
  /** Called after a skip, to show a notice. */
  onSkip(seconds: number): void;
}

/**
 * Handles pointer gestures on the video. Mouse: a click plays or pauses, a double click toggles full screen. Touch: a tap shows or
 * hides the controls, a double tap on a side skips. Both: a hold plays at double speed. A button or a key has the same
 * effect as each gesture.
 */
export class Gestures {
  readonly #options: GestureOptions;
  #pointerType = 'mouse';
  #wasActive = true;
  #hadOpenPopup = false;
  #lastTap = { time: -Infinity, direction: 0, skipping: false };

  constructor(options: GestureOptions) {
    this.#options = options;
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    const { activity, hasOpenPopup, onPress } = this.#options;
    this.#pointerType = event.pointerType;
    // Saved before the press has an effect, because it shows the controls and closes the menu.
    this.#wasActive = activity.active;
    this.#hadOpenPopup = hasOpenPopup();
    if (!this.#hadOpenPopup) onPress(event);
  };

  readonly onClick = (event: MouseEvent): void => {
    const { player, state } = this.#options.view();
    if (this.#hadOpenPopup || this.#options.wasHold()) return;
    if (this.#pointerType === 'touch' && state.playback.started) return this.#tap(event);
    player.playback.toggle();
    this.#options.onToggle();
  };

  readonly onDoubleClick = (): void => {
    const { player, state } = this.#options.view();
    if (this.#pointerType === 'touch' || !state.fullscreen.supported) return;
    void player.fullscreen.toggle().catch(() => undefined);
  };

  /** Prevents the browser's menu, which a long press of a finger would open. */
  readonly onContextMenu = (event: MouseEvent): void => {
    if (this.#pointerType === 'touch') event.preventDefault();
  };

  #tap({ timeStamp, clientX, currentTarget }: MouseEvent): void {
    const { left, width } = (currentTarget as HTMLElement).getBoundingClientRect();
    const direction = skipDirectionAt((clientX - left) / width);
    const elapsed = timeStamp - this.#lastTap.time;
    const { skipping } = this.#lastTap;
    const maxDelayMs = skipping ? maxFurtherTapDelayMs : maxDoubleTapDelayMs;
    const skips = direction !== 0 && direction === this.#lastTap.direction && elapsed < maxDelayMs;
    this.#lastTap = { time: timeStamp, direction, skipping: skips };
    const { activity, view, onSkip } = this.#options;
    if (skips) {
      view().player.time.skip(direction * skipSeconds);
      onSkip(direction * skipSeconds);
    } else if (this.#wasActive && !skipping) activity.hide();
  }
}
