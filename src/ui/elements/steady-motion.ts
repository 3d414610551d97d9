/** Seconds for which a motion continues by itself: when no position arrives, because playback has stalled unnoticed, it ends soon. */
const horizon = 4;
/** Seconds between the shown and the real position that are not visible. */
const tolerance = 0.06;
/** Seconds that are caught up without a jump. */
const gentle = 0.5;

/**
 * Moves elements with the frames between two positions that the page knows, by animations of `transform`. The compositor runs them,
 * without layout and without a script for each frame.
 */
export class SteadyMotion {
  #animations: readonly Animation[] = [];
  /** The fraction at the start of the animations. */
  #from = 0;
  /** Fractions per second. */
  #speed = 0;

  /**
   * Continues from a fraction of the width, at a speed in fractions per second; a speed of 0 ends the motion. A small difference to the
   * shown position is caught up by a different speed, a seek is a jump.
   */
  follow(elements: Iterable<Element>, fraction: number, speed: number, rtl: boolean): void {
    if (speed <= 0 || fraction >= 1) return this.stop();
    const elapsed = this.#elapsed();
    const shown = this.#from + elapsed * this.#speed;
    const late = (fraction - shown) / speed;
    if (!(Math.abs(late) < gentle)) this.#start(elements, fraction, speed, rtl);
    else if (speed !== this.#speed || elapsed > horizon / 2) this.#start(elements, shown, speed, rtl);
    const rate = Math.abs(late) < tolerance || !(Math.abs(late) < gentle) ? 1 : 1 + late;
    for (const animation of this.#animations) if (animation.playbackRate !== rate) animation.updatePlaybackRate(rate);
  }

  stop(): void {
    for (const animation of this.#animations) animation.cancel();
    this.#animations = [];
  }

  /** Returns the seconds since the start, at normal speed; NaN without a motion. */
  #elapsed(): number {
    return this.#animations.length > 0 ? Number(this.#animations[0]!.currentTime) / 1000 : NaN;
  }

  #start(elements: Iterable<Element>, fraction: number, speed: number, rtl: boolean): void {
    const seconds = Math.min(horizon, (1 - fraction) / speed);
    const place = (at: number) => `translateX(${(rtl ? 1 - at : at - 1) * 100}%)`;
    const frames = { transform: [place(fraction), place(fraction + seconds * speed)] };
    const { currentTime } = document.timeline;
    this.stop();
    [this.#from, this.#speed] = [fraction, speed];
    this.#animations = Array.from(elements, (element) => {
      const animation = element.animate(frames, { duration: seconds * 1000, fill: 'forwards' });
      // Otherwise it waits at its start until the browser is ready.
      if (currentTime !== null) animation.startTime = currentTime;
      return animation;
    });
  }
}
