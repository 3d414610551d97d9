import type { ReactiveController } from 'lit';
import { isOnlyPlayer } from '../host/exclusive-playback.js';
import type { KeyboardOptions } from '../view.js';
import type { PlayerElement } from '../host/player-element.js';

/**
 * Handles the player's shortcuts. With the scope `document`, keys pressed outside the player count too, if it is the only player of the
 * page; otherwise the target would be ambiguous.
 */
export class Keyboard implements ReactiveController {
  readonly #host: PlayerElement;
  readonly #options: KeyboardOptions;
  #pageListeners: AbortController | undefined;

  constructor(host: PlayerElement, options: KeyboardOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    host.addEventListener('keydown', (event) => this.#options.scope() !== 'none' && this.#run(event));
  }

  hostUpdate(): void {
    const listensOnPage = this.#host.isConnected && this.#options.scope() === 'document';
    if (listensOnPage === (this.#pageListeners !== undefined)) return;
    if (!listensOnPage) return this.hostDisconnected();
    const { signal } = (this.#pageListeners = new AbortController());
    document.addEventListener('keydown', (event) => this.#runFromPage(event), { signal });
  }

  hostDisconnected(): void {
    this.#pageListeners?.abort();
    this.#pageListeners = undefined;
  }

  #runFromPage(event: KeyboardEvent): void {
    if (!event.composedPath().includes(this.#host) && isOnlyPlayer(this.#host)) this.#run(event, true);
  }

  #run(event: KeyboardEvent, isOutsidePlayer = false): void {
    const view = this.#options.view();
    const hotkey = view?.lazyUi?.hotkeyFor(event, view.options.hotkeys, isOutsidePlayer);
    if (!view || !hotkey || hotkey.applies?.(view) === false) return;
    event.preventDefault();
    const run = () => {
      hotkey.run(view, event.key);
      if (hotkey.notice || hotkey.icon || hotkey.seconds) this.#options.onNotice(hotkey);
    };
    if (!this.#options.beginHold(event, hotkey, run)) run();
  }
}
