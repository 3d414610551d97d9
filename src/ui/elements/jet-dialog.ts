import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { tabStopsIn } from '../focus.js';
import { icons } from '../icons.js';
import { property } from '../property.js';
import { buttonStyles } from '../styles/button.css.js';
import { dialogStyles } from '../styles/dialog.css.js';

/**
 * A dialog over the player, by the ARIA Authoring Practices. While `open`, the focus is inside and Tab goes round in it; Escape and the
 * close button fire `close`, and whoever opened it sets `open` to false; then the focus goes back to where it was.
 *
 * @slot - What it says.
 * @csspart dialog - The sheet.
 */
export class JetDialog extends LitElement {
  static override styles = [buttonStyles, dialogStyles];

  @property() label = '';
  /** What the close button is called. */
  @property({ attribute: 'close-label' }) closeLabel = '';
  @property({ type: Boolean, reflect: true }) open = false;
  /** Over the whole page: for a player that is too small to hold it. */
  @property({ type: Boolean, reflect: true }) modal = false;

  /** At the side, with the rest of the player in sight and within reach. */
  @property({ type: Boolean, reflect: true }) beside = false;

  protected override render() {
    return html`
      <dialog
        part="dialog"
        aria-modal=${this.beside ? nothing : 'true'}
        aria-labelledby="label"
        @keydown=${this.#onKey}
        @cancel=${this.#onCancel}
      >
        <div class="head">
          <h2 id="label">${this.label}</h2>
          <button type="button" class="button" aria-label=${this.closeLabel} ?autofocus=${this.open} @click=${this.#close}>
            ${icons.close}
          </button>
        </div>
        <div class="body" tabindex="0" role="group" aria-labelledby="label"><slot></slot></div>
      </dialog>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog || !changed.has('open') || dialog.open === this.open) return;
    // Not modal: the page around the player stays within reach; the player makes its own controls inert meanwhile.
    if (this.open && this.modal) dialog.showModal();
    else if (this.open) dialog.show();
    else dialog.close();
  }

  #close(): void {
    this.dispatchEvent(new Event('close'));
  }

  /** A phone's own way back. */
  #onCancel(event: Event): void {
    event.preventDefault();
    this.#close();
  }

  #onKey(event: KeyboardEvent): void {
    // Keys typed here are not the player's shortcuts.
    event.stopPropagation();
    if (event.key === 'Tab' && !this.beside) this.#goRound(event);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#close();
  }

  /** A sheet that is not the browser's own modal does not keep the focus by itself. */
  #goRound(event: KeyboardEvent): void {
    const stops = tabStopsIn((event.currentTarget as Element).children);
    const [last, next] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (event.composedPath()[0] !== last) return;
    event.preventDefault();
    next?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-dialog': JetDialog;
  }
}
