import { html, LitElement, nothing } from 'lit';
import { icons } from '../icons.js';
import { property } from '../lit/property.js';
import { copyStyles } from './copy.css.js';

/** A button that copies a text. When the page may not write to the clipboard, it shows the text selected, to copy by hand. */
export class JetCopy extends LitElement {
  static override styles = copyStyles;

  @property() label = '';
  /** The status text after copying. */
  @property() done = '';
  /** Returns the text; called when the button is pressed. */
  @property({ attribute: false }) text: () => string = () => '';

  #copied = false;
  #byHand: string | undefined;

  protected override render() {
    return html`
      <button type="button" part="button" @click=${this.#copy}>${this.#copied ? icons.check : icons.copy}<span>${this.label}</span></button>
      <span role="status">${this.#copied ? this.done : nothing}</span>
      ${this.#byHand === undefined ? nothing : html`<textarea readonly rows="6" aria-label=${this.label} .value=${this.#byHand}></textarea>`}
    `;
  }

  protected override updated(): void {
    if (this.#byHand !== undefined) this.renderRoot.querySelector('textarea')?.select();
  }

  async #copy(): Promise<void> {
    const text = this.text();
    try {
      await navigator.clipboard.writeText(text);
      this.#copied = true;
    } catch {
      this.#byHand = text;
    }
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-copy': JetCopy;
  }
}
