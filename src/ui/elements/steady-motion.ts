/** Maximum duration of a motion without a new position, so that it ends soon when playback has stalled unnoticed. */
const maxDurationSeconds = 4;
/** Maximum difference between the shown and the real position that viewers do not notice. */
const maxInvisibleLagSeconds = 0.06;
/** Maximum difference between the two positions that a different speed corrects, without a jump. */
const maxGradualLagSeconds = 0.5;

/**
 * Moves elements with the frames between two positions that the page knows, by animations of `transform`. The compositor runs them,
 * without layout and without a script for each frame.
 */
export class SteadyMotion {
  #animations: readonly Animation[] = [];
  /** The fraction at the start of the animations. */
  #startFraction = 0;
  /** Fractions per second. */
  #speed = 0;

  /**
   * Continues from a fraction of the width, at a speed in fractions per second; a speed of 0 ends the motion. A small difference to the
   * shown position is caught up by a different speed, a seek is a jump.
   */
  follow(elements: Iterable<Element>, fraction: number, speed: number, rtl: boolean): void {
    if (speed <= 0 || fraction >= 1) return this.stop();
    const elapsed = this.#elapsed();
    const shownFraction = this.#startFraction + elapsed * this.#speed;
    const lag = (fraction - shownFraction) / speed;
    // Also without a motion, when the lag is NaN.
    const isJump = !(Math.abs(lag) < maxGradualLagSeconds);
    if (isJump) this.#start(elements, fraction, speed, rtl);
    else if (speed !== this.#speed || elapsed > maxDurationSeconds / 2) this.#start(elements, shownFraction, speed, rtl);
    // With `1 + lag`, the lag is caught up within a second.
    const rate = isJump || Math.abs(lag) < maxInvisibleLagSeconds ? 1 : 1 + lag;
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
    const seconds = Math.min(maxDurationSeconds, (1 - fraction) / speed);
    const translateTo = (target: number) => `translateX(${(rtl ? 1 - target : target - 1) * 100}%)`;
    const frames = { transform: [translateTo(fraction), translateTo(fraction + seconds * speed)] };
    const { currentTime } = document.timeline;
    this.stop();
    [this.#startFraction, this.#speed] = [fraction, speed];
    this.#animations = Array.from(elements, (element) => {
      const animation = element.animate(frames, { duration: seconds * 1000, fill: 'forwards' });
      // Without a start time, the animation waits at its start until the browser is ready.
      if (currentTime !== null) animation.startTime = currentTime;
      return animation;
    });
  }
}
