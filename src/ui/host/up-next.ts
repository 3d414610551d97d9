import type { PlayerElement } from './player-element.js';

/** Seconds after the end of an entry until the next one starts by itself. */
const countdownSeconds = 8;

/** Events after which the viewer no longer waits for the next entry. */
const cancellingEvents = ['play', 'seeking', 'jet-source-change'];

/**
 * Counts down to the next entry after one has ended. The viewer can cancel it: with a button, the key Escape, or by playing something
 * else. Where the viewer cannot see the countdown, the next entry starts at once. A timer runs only during these
 * seconds.
 */
export class UpNextCountdown {
  readonly #playNext: () => void;
  #lifetime: AbortController | undefined;
  #startsIn: number | undefined;
  #cancelled = false;

  constructor(playNext: () => void) {
    this.#playNext = playNext;
  }

  get startsIn(): number | undefined {
    return this.#startsIn;
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** Starts the countdown. */
  begin(player: PlayerElement & { readonly nocontrols: boolean }): void {
    this.stop();
    this.#cancelled = false;
    if (player.nocontrols || document.hidden) return this.#playNext();
    const { signal } = (this.#lifetime = new AbortController());
    for (const type of cancellingEvents) player.addEventListener(type, () => this.stop(), { signal });
    player.addEventListener('keydown', ({ key }) => key === 'Escape' && this.cancel(), { signal });
    signal.addEventListener('abort', () => player.requestUpdate(), { once: true });
    const timer = setInterval(() => {
      this.#startsIn! -= 1;
      if (this.#startsIn! > 0) return player.requestUpdate();
      this.stop();
      this.#playNext();
    }, 1000);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    this.#startsIn = countdownSeconds;
    player.requestUpdate();
  }

  /** Stops the countdown at the viewer's request. */
  cancel(): void {
    this.#cancelled = true;
    this.stop();
  }

  /** Ends the countdown. */
  stop(): void {
    this.#startsIn = undefined;
    this.#lifetime?.abort();
    this.#lifetime = undefined;
  }
}
