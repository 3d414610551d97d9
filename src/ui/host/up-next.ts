import type { PlayerElement } from './player-element.js';

/** Seconds after the end of an entry until the next one starts by itself. */
const delay = 8;

/** Events after which the viewer no longer waits for the next entry. */
const otherPlayback = ['play', 'seeking', 'jet-source-change'];

/**
 * The seconds between the end of an entry and the start of the next one, in which the viewer can cancel it: with a button, the key Escape,
 * or by playing something else. Where they cannot see it, the next entry starts at once. A timer runs only during these seconds.
 */
export class UpNext {
  readonly #start: () => void;
  #lifetime: AbortController | undefined;
  #startsIn: number | undefined;
  #cancelled = false;

  constructor(start: () => void) {
    this.#start = start;
  }

  get startsIn(): number | undefined {
    return this.#startsIn;
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** Begins to count. */
  begin(player: PlayerElement & { readonly nocontrols: boolean }): void {
    this.stop();
    this.#cancelled = false;
    if (player.nocontrols || document.hidden) return this.#start();
    const { signal } = (this.#lifetime = new AbortController());
    for (const type of otherPlayback) player.addEventListener(type, () => this.stop(), { signal });
    player.addEventListener('keydown', ({ key }) => key === 'Escape' && this.cancel(), { signal });
    signal.addEventListener('abort', () => player.requestUpdate(), { once: true });
    const timer = setInterval(() => {
      this.#startsIn! -= 1;
      if (this.#startsIn! > 0) return player.requestUpdate();
      this.stop();
      this.#start();
    }, 1000);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    this.#startsIn = delay;
    player.requestUpdate();
  }

  /** Cancels for the viewer. */
  cancel(): void {
    this.#cancelled = true;
    this.stop();
  }

  /** Ends counting. */
  stop(): void {
    this.#startsIn = undefined;
    this.#lifetime?.abort();
    this.#lifetime = undefined;
  }
}
