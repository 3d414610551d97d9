import type { ReactiveController } from 'lit';
import { loadDeferredInterface, deferredInterfaceCode } from './lazy-chunks.js';
import type { PlayerElement } from '../host/player-element.js';

/** Events that count as an interaction: the pointer enters or presses, or the keyboard is used. */
const interactionEvents = ['pointerenter', 'pointerdown', 'focusin', 'keydown'];

/** Calls `run` once, at the next interaction, unless `endSignal` aborts first. */
export function onNextInteraction(host: HTMLElement, run: () => void, endSignal?: AbortSignal): void {
  const interaction = new AbortController();
  const onInteraction = () => {
    interaction.abort();
    run();
  };
  const signal = endSignal ? AbortSignal.any([interaction.signal, endSignal]) : interaction.signal;
  for (const type of interactionEvents) host.addEventListener(type, onInteraction, { signal });
}

/** Loads the deferred interface at the first interaction or when playback begins, and the engine's code of a player that waits for `play()`. */
export class LoadAtInteraction implements ReactiveController {
  readonly #host: PlayerElement;
  readonly #hasInterface: () => boolean;
  #lifetime: AbortController | undefined;

  /** `hasInterface` returns whether the player has an interface to load. */
  constructor(host: PlayerElement, hasInterface: () => boolean) {
    this.#host = host;
    this.#hasInterface = hasInterface;
    host.addController(this);
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
    onNextInteraction(this.#host, () => this.#loadDeferredCode(), this.#lifetime.signal);
  }

  hostUpdated(): void {
    if (this.#host.player?.state.current.playback.started) this.#loadDeferredCode();
  }

  hostDisconnected(): void {
    this.#lifetime?.abort();
  }

  /**
   * Loads and renders the deferred interface. When that fails, the bar remains, and the next call retries: a control calls this to open a
   * menu or a panel.
   */
  async loadAndRender(): Promise<void> {
    this.#host.requestUpdate();
    if (deferredInterfaceCode()) return;
    await loadDeferredInterface().catch(() => undefined);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  #loadDeferredCode(): void {
    if (this.#lifetime?.signal.aborted) return;
    this.#lifetime?.abort();
    this.#host.preloadCodeBeforePlay();
    if (this.#hasInterface()) void this.loadAndRender();
  }
}
