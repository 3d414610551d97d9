import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en, type Messages } from '../../i18n/locales/en.js';
import { loadMessages } from '../../i18n/load-messages.js';
import { languageOf, rootsOf } from './language.js';

/** The texts of the interface in the language of the host element; follows changes of `lang` in the page. */
export class Localization implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observer = globalThis.MutationObserver && new MutationObserver(() => void this.loadTexts());
  #texts: Messages = en;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get current(): Messages {
    return this.#texts;
  }

  hostConnected(): void {
    for (const root of rootsOf(this.#host)) this.#observer?.observe(root, { subtree: true, attributeFilter: ['lang'] });
    void this.loadTexts();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** Reads the language and loads its texts. */
  async loadTexts(): Promise<void> {
    const language = languageOf(this.#host);
    const texts = await loadMessages(language);
    if (language !== languageOf(this.#host) || texts === this.#texts) return;
    this.#texts = texts;
    this.#host.requestUpdate();
  }
}
