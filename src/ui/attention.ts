import type { ReactiveController } from 'lit';
import { bringLater, later } from './on-demand.js';
import type { PlayerElement } from './player-element.js';

/** Signs of a viewer: he comes near, or the keyboard does. */
const signs = ['pointerenter', 'pointerdown', 'focusin', 'keydown'];

/** Calls `run` at the next sign of a viewer, once. */
export function atNextSign(host: HTMLElement, run: () => void, end?: AbortSignal): void {
  const seen = new AbortController();
  const onSign = () => {
    seen.abort();
    run();
  };
  const signal = end ? AbortSignal.any([seen.signal, end]) : seen.signal;
  for (const type of signs) host.addEventListener(type, onSign, { signal });
}

/** Waits for the first sign of a viewer, and brings what he needs: the engine of a player that waits, and the rest of the interface. */
export class Attention implements ReactiveController {
  readonly #host: PlayerElement;
  readonly #controls: () => boolean;
  #life: AbortController | undefined;

  /** `controls` says whether there is an interface to bring. */
  constructor(host: PlayerElement, controls: () => boolean) {
    this.#host = host;
    this.#controls = controls;
    host.addController(this);
  }

  hostConnected(): void {
    this.#life = new AbortController();
    atNextSign(this.#host, () => this.#wake(), this.#life.signal);
  }

  hostUpdated(): void {
    if (this.#host.player?.state.current.playback.started) this.#wake();
  }

  hostDisconnected(): void {
    this.#life?.abort();
  }

  /** Brings what a viewer needs, and draws it. Where it does not come there is the bar, and the next wish asks again. */
  async bring(): Promise<void> {
    this.#host.requestUpdate();
    if (later()) return;
    await bringLater().catch(() => undefined);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  #wake(): void {
    if (this.#life?.signal.aborted) return;
    this.#life?.abort();
    this.#host.warmUp();
    if (this.#controls()) void this.bring();
  }
}
