import type { ReactiveController } from 'lit';
import { isAlone } from './company.js';
import type { View } from './control.js';
import type { Hotkey } from './hotkeys.js';
import type { PlayerElement } from './player-element.js';

/** Whose keys are heard: those pressed in the player, those pressed anywhere on the page, or none. */
export type HotkeyScope = 'player' | 'document' | 'none';

interface KeyboardOptions {
  scope(): HotkeyScope;
  /** Undefined as long as there is nothing to control. */
  view(): View | undefined;
  /** Called after a shortcut that has something to say. */
  onNotice(text: NonNullable<Hotkey['notice']>): void;
}

/** Something on the page that has the focus and a role of its own has the keys as well. */
const busy = '[role]:not([role="button"], [role="link"]), iframe, video, audio, object, embed';

/** The shortcuts of the player. For the whole document they hold only where it is the only player: nobody could say whose they are. */
export class Keyboard implements ReactiveController {
  readonly #host: PlayerElement;
  readonly #options: KeyboardOptions;
  #page: AbortController | undefined;

  constructor(host: PlayerElement, options: KeyboardOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    host.addEventListener('keydown', (event) => this.#options.scope() !== 'none' && this.#run(event));
  }

  hostUpdate(): void {
    const wanted = this.#host.isConnected && this.#options.scope() === 'document';
    if (wanted === (this.#page !== undefined)) return;
    if (!wanted) return this.hostDisconnected();
    const { signal } = (this.#page = new AbortController());
    document.addEventListener('keydown', (event) => this.#runFromPage(event), { signal });
  }

  hostDisconnected(): void {
    this.#page?.abort();
    this.#page = undefined;
  }

  #runFromPage(event: KeyboardEvent): void {
    const path = event.composedPath();
    if (path.includes(this.#host) || !isAlone(this.#host)) return;
    if (!path.some((target) => target instanceof Element && target.matches(busy))) this.#run(event);
  }

  #run(event: KeyboardEvent): void {
    const view = this.#options.view();
    const hotkey = view?.later?.hotkeyFor(event, view.options.hotkeys);
    if (!view || !hotkey) return;
    event.preventDefault();
    hotkey.run(view, event.key);
    if (hotkey.notice) this.#options.onNotice(hotkey.notice);
  }
}
