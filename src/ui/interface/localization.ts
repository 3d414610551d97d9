import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en, type Messages } from '../../i18n/locales/en.js';
import { translate } from '../../i18n/translate.js';
import { languageOf, rootsOf } from './language.js';

/** The texts of the interface in the language of the host element; follows changes of `lang` in the page. */
export class Localization implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observer = globalThis.MutationObserver && new MutationObserver(() => void this.read());
  #t: Messages = en;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get current(): Messages {
    return this.#t;
  }

  hostConnected(): void {
    for (const root of rootsOf(this.#host)) this.#observer?.observe(root, { subtree: true, attributeFilter: ['lang'] });
    void this.read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** Reads the language and loads its texts. */
  async read(): Promise<void> {
    const tag = languageOf(this.#host);
    const t = await translate(tag);
    if (tag !== languageOf(this.#host) || t === this.#t) return;
    this.#t = t;
    this.#host.requestUpdate();
  }
}
