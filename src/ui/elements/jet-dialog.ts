import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { tabStopsIn } from './focus.js';
import { menuIcons } from '../icons/menu-icons.js';
import { closeBySwipe, isOutside, needsSheet } from './sheet.js';
import { sheetStyles } from './sheet.css.js';
import { property } from '../lit/property.js';
import { buttonStyles } from '../styles/button.css.js';
import { dialogStyles } from './dialog.css.js';

/**
 * A dialog over the player, following the ARIA Authoring Practices. While `open`, the focus is inside and Tab wraps around, unless it opens `beside` the video. Escape, the
 * close button and a press outside fire `close`; the owner then sets `open` to false, and the focus returns to where it was. In a narrow
 * player it opens as a sheet at the bottom of the screen.
 *
 * @slot - The content.
 * @csspart dialog - The dialog box.
 */
export class JetDialog extends LitElement {
  static override styles = [buttonStyles, dialogStyles, sheetStyles];

  @property() label = '';
  /** The accessible name of the close button. */
  @property({ attribute: 'close-label' }) closeLabel = '';
  @property({ type: Boolean, reflect: true }) open = false;
  /** Opens over the whole page, for a player that is too small to contain it. */
  @property({ type: Boolean, reflect: true }) modal = false;

  /** Opens at the side, so that the rest of the player stays visible and usable. */
  @property({ type: Boolean, reflect: true }) beside = false;

  #outsideListeners: AbortController | undefined;

  /** Whether the dialog is beside the video, so that the rest of the player is usable while the dialog is open. */
  get #isBeside(): boolean {
    return this.beside && !this.hasAttribute('sheet');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#outsideListeners?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open')) this.toggleAttribute('sheet', this.open && needsSheet(this));
  }

  protected override render() {
    return html`
      <dialog
        class=${this.hasAttribute('sheet') ? 'sheet' : nothing}
        part="dialog"
        aria-modal=${this.#isBeside ? nothing : 'true'}
        aria-labelledby="label"
        @keydown=${this.#onKey}
        @cancel=${this.#onCancel}
      >
        <div class="head">
          <h2 id="label">${this.label}</h2>
          <button type="button" class="button" aria-label=${this.closeLabel} ?autofocus=${this.open} @click=${this.#close}>
            ${menuIcons.close}
          </button>
        </div>
        <div class="body" tabindex="0" role="group" aria-labelledby="label"><slot></slot></div>
      </dialog>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog || !changed.has('open') || dialog.open === this.open) return;
    // Not modal by default, so that the page stays usable; the player makes its own controls inert meanwhile.
    this.#outsideListeners?.abort();
    if (this.open && !this.#isBeside) this.#watchOutside(dialog);
    if (this.open && (this.modal || this.hasAttribute('sheet'))) dialog.showModal();
    else if (this.open) dialog.show();
    else dialog.close();
  }

  #watchOutside(dialog: HTMLElement): void {
    const { signal } = (this.#outsideListeners = new AbortController());
    if (this.hasAttribute('sheet')) closeBySwipe(dialog, () => this.#close(), signal);
    let pressedOutside = false;
    document.addEventListener('pointerdown', (event) => (pressedOutside = isOutside(event, dialog)), { signal });
    // The dialog closes at the click, so that the same click does not reach what is beneath it. The listener captures, so that the click
    // that opens the dialog does not close it.
    document.addEventListener('click', (event) => pressedOutside && isOutside(event, dialog) && this.#close(), { signal, capture: true });
  }

  #close(): void {
    // The owner removes the content; the browser gives the focus back only while it is in the dialog.
    if (this.matches(':focus-within')) this.renderRoot.querySelector('button')?.focus({ preventScroll: true });
    this.dispatchEvent(new Event('close'));
  }

  /** Handles `cancel`, which the back gesture of a phone fires. */
  #onCancel(event: Event): void {
    event.preventDefault();
    this.#close();
  }

  #onKey(event: KeyboardEvent): void {
    // Keys typed here are not the player's shortcuts.
    event.stopPropagation();
    if (event.key === 'Tab' && !this.#isBeside) this.#wrapFocus(event);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#close();
  }

  /** Wraps the focus around, because a non-modal `<dialog>` does not trap it. */
  #wrapFocus(event: KeyboardEvent): void {
    const tabStops = tabStopsIn((event.currentTarget as Element).children);
    const [lastStop, nextStop] = event.shiftKey ? [tabStops[0], tabStops.at(-1)] : [tabStops.at(-1), tabStops[0]];
    if (event.composedPath()[0] !== lastStop) return;
    event.preventDefault();
    nextStop?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-dialog': JetDialog;
  }
}
