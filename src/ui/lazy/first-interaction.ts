import type { ReactiveController } from 'lit';
import { loadLazyUi, lazyUi } from './lazy-chunks.js';
import type { PlayerElement } from '../host/player-element.js';

/** Events that count as an interaction: the pointer enters or presses, or the keyboard is used. */
const interactionEvents = ['pointerenter', 'pointerdown', 'focusin', 'keydown'];

/** Calls `run` once, at the next interaction, unless `end` aborts first. */
export function onNextInteraction(host: HTMLElement, run: () => void, end?: AbortSignal): void {
  const seen = new AbortController();
  const onInteraction = () => {
    seen.abort();
    run();
  };
  const signal = end ? AbortSignal.any([seen.signal, end]) : seen.signal;
  for (const type of interactionEvents) host.addEventListener(type, onInteraction, { signal });
}

/** Waits for the first interaction, then loads the engine of an idle player and the rest of the interface. */
export class FirstInteraction implements ReactiveController {
  readonly #host: PlayerElement;
  readonly #controls: () => boolean;
  #lifetime: AbortController | undefined;

  /** `controls` returns whether the player has an interface to load. */
  constructor(host: PlayerElement, controls: () => boolean) {
    this.#host = host;
    this.#controls = controls;
    host.addController(this);
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
    onNextInteraction(this.#host, () => this.#wake(), this.#lifetime.signal);
  }

  hostUpdated(): void {
    if (this.#host.player?.state.current.playback.started) this.#wake();
  }

  hostDisconnected(): void {
    this.#lifetime?.abort();
  }

  /** Loads and renders the lazy part of the interface. When that fails, the bar remains, and the next call retries. */
  async loadLazyUi(): Promise<void> {
    this.#host.requestUpdate();
    if (lazyUi()) return;
    await loadLazyUi().catch(() => undefined);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  #wake(): void {
    if (this.#lifetime?.signal.aborted) return;
    this.#lifetime?.abort();
    this.#host.preloadCode();
    if (this.#controls()) void this.loadLazyUi();
  }
}
