import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en, type Messages } from '../i18n/en.js';
import { translate } from '../i18n/translate.js';
import { languageOf } from './language.js';

/** The texts of the interface, in the language that holds where the element stands. */
export class Texts implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #t: Messages = en;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get current(): Messages {
    return this.#t;
  }

  hostConnected(): void {
    void this.read();
  }

  /** Reads the language anew. */
  async read(): Promise<void> {
    const tag = languageOf(this.#host);
    const t = await translate(tag);
    if (tag !== languageOf(this.#host) || t === this.#t) return;
    this.#t = t;
    this.#host.requestUpdate();
  }
}
