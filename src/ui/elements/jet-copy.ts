import { html, LitElement, nothing } from 'lit';
import { menuIcons } from '../icons/menu-icons.js';
import { property } from '../lit/property.js';
import { copyStyles } from './copy.css.js';

/** A button that copies a text. When the page may not write to the clipboard, the element shows the text, selected for a manual copy. */
export class JetCopy extends LitElement {
  static override styles = copyStyles;

  @property() label = '';
  /** The status text after copying. */
  @property() doneText = '';
  /** Returns the text; called when the button is pressed. */
  @property({ attribute: false }) text: () => string = () => '';

  #isCopied = false;
  #textForManualCopy: string | undefined;

  protected override render() {
    const manualText = this.#textForManualCopy;
    return html`
      <button type="button" part="button" @click=${this.#copy}>
        ${this.#isCopied ? menuIcons.check : menuIcons.copy}<span>${this.label}</span>
      </button>
      <span role="status">${this.#isCopied ? this.doneText : nothing}</span>
      ${manualText === undefined ? nothing : html`<textarea readonly rows="6" aria-label=${this.label} .value=${manualText}></textarea>`}
    `;
  }

  protected override updated(): void {
    if (this.#textForManualCopy !== undefined) this.renderRoot.querySelector('textarea')?.select();
  }

  async #copy(): Promise<void> {
    const text = this.text();
    try {
      await navigator.clipboard.writeText(text);
      this.#isCopied = true;
    } catch {
      this.#textForManualCopy = text;
    }
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-copy': JetCopy;
  }
}
