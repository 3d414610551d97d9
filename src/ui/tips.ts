import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Takes the tips of the buttons away when Escape is pressed, wherever the focus is, until the pointer or the focus goes elsewhere in the
 * player (WCAG 2.2, 1.4.13).
 */
export class Tips implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #life: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#life = new AbortController());
    // In capture, for a menu that Escape closes keeps the key to itself.
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#hide(true), { signal, capture: true });
    // At the root inside: from one button to the next is no news outside of it.
    for (const type of ['pointerover', 'focusin']) this.#host.shadowRoot!.addEventListener(type, () => this.#hide(false), { signal });
  }

  hostDisconnected(): void {
    this.#life?.abort();
  }

  #hide(hidden: boolean): void {
    this.#host.shadowRoot!.querySelector('.frame')?.toggleAttribute('data-untipped', hidden);
  }
}
