import type { ReactiveController } from 'lit';
import { isOnlyPlayerOnPage } from '../host/page-players.js';
import type { PlayerElement } from '../host/player-element.js';
import type { PressedHotkey, View } from '../view.js';
import { hotkeyFor } from './hotkeys.js';

/** Where a key must be pressed to count: in the player, anywhere on the page, or nowhere, because there are no shortcuts. */
export type HotkeyScope = 'player' | 'document' | 'none';

/** What the shortcuts need from the interface. */
export interface KeyboardOptions {
  /** Whether keys that are pressed outside the player count too. */
  isPageWide(): boolean;
  /** Returns undefined while there is no player. */
  view(): View | undefined;
  /**
   * Called when a key is pressed. Returns whether the press may become a hold; `onTap` is then called at the release, unless the press has
   * become one.
   */
  onPress(event: KeyboardEvent, hotkey: PressedHotkey, onTap: () => void): boolean;
  /** Called after a shortcut that has a notice. */
  onNotice(hotkey: PressedHotkey): void;
}

/**
 * Handles the player's shortcuts. Keys that are pressed outside the player count only if it is the only player of the page; otherwise the
 * target would be ambiguous.
 */
export class Keyboard implements ReactiveController {
  readonly #host: PlayerElement;
  readonly #options: KeyboardOptions;
  #pageListeners: AbortController | undefined;

  constructor(host: PlayerElement, options: KeyboardOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    host.addEventListener('keydown', (event) => this.#onKey(event));
  }

  hostUpdate(): void {
    const listensOnPage = this.#host.isConnected && this.#options.isPageWide();
    if (listensOnPage === (this.#pageListeners !== undefined)) return;
    if (!listensOnPage) return this.#stopListeningOnPage();
    const { signal } = (this.#pageListeners = new AbortController());
    document.addEventListener('keydown', (event) => this.#onPageKey(event), { signal });
  }

  /** Moving a paused player in the page triggers no update, so this requests one: `hostUpdate()` then listens on the page again. */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stopListeningOnPage();
  }

  #stopListeningOnPage(): void {
    this.#pageListeners?.abort();
    this.#pageListeners = undefined;
  }

  #onPageKey(event: KeyboardEvent): void {
    if (!event.composedPath().includes(this.#host) && isOnlyPlayerOnPage(this.#host)) this.#onKey(event, true);
  }

  #onKey(event: KeyboardEvent, isOutsidePlayer = false): void {
    const view = this.#options.view();
    const hotkey = view && hotkeyFor(event, view, isOutsidePlayer);
    if (!view || !hotkey) return;
    event.preventDefault();
    if (hotkey.isIgnored) return;
    const runHotkey = () => {
      hotkey.run(view);
      if (hotkey.notice || hotkey.icon || hotkey.seconds) this.#options.onNotice(hotkey);
    };
    if (!this.#options.onPress(event, hotkey, runHotkey)) runHotkey();
  }
}
