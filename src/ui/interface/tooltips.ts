import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Hides the tooltips of the buttons when Escape is pressed, wherever the focus is, until the pointer or the focus moves within the
 * player (WCAG 2.2, 1.4.13).
 */
export class Tooltips implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #lifetime: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#lifetime = new AbortController());
    // In the capture phase, because a menu that Escape closes stops the event.
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#setHidden(true), { signal, capture: true });
    // On the shadow root, because moves between buttons fire no event outside it.
    for (const type of ['pointerover', 'focusin']) this.#host.shadowRoot!.addEventListener(type, () => this.#setHidden(false), { signal });
  }

  hostDisconnected(): void {
    this.#lifetime?.abort();
  }

  #setHidden(hidden: boolean): void {
    this.#host.shadowRoot!.querySelector('.frame')?.toggleAttribute('data-untipped', hidden);
  }
}
