import type { ReactiveController } from 'lit';
import type { PlayerElement } from './player-element.js';

/** Signs of a viewer: he comes near, or the keyboard does. */
const signs = ['pointerenter', 'pointerdown', 'focusin', 'keydown'];

/** Waits for the first sign of a viewer, and says so once for each time that the element is on the page. */
export class Attention implements ReactiveController {
  readonly #host: PlayerElement;
  readonly #onSign: () => void;
  #life: AbortController | undefined;

  constructor(host: PlayerElement, onSign: () => void) {
    this.#host = host;
    this.#onSign = onSign;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#life = new AbortController());
    for (const type of signs) this.#host.addEventListener(type, () => this.#wake(), { signal });
  }

  hostUpdated(): void {
    if (this.#host.player?.state.current.playback.started) this.#wake();
  }

  hostDisconnected(): void {
    this.#life?.abort();
  }

  #wake(): void {
    if (this.#life?.signal.aborted) return;
    this.#life?.abort();
    this.#onSign();
  }
}
