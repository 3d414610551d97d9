import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/locales/en.js';
import { formatTime } from '../../lib/format.js';
import { menuIcons } from '../icons/menu-icons.js';
import { property } from '../lit/property.js';
import { buttonStyles } from '../styles/button.css.js';
import { filledButtonStyles } from '../styles/filled-button.css.js';
import { parseTime } from './parse-time.js';
import { linkAt, type SharedPart } from './link-at.js';
import { shareStyles } from './share.css.js';

/** Seconds of a new clip, until the viewer sets its end. */
const newClipSeconds = 30;

/**
 * A link to a clip: its start and its end, as text or from the playback position, and a button that copies it. Where the page may not write
 * to the clipboard, the link is selected, so that the viewer can copy it.
 *
 * @csspart link - The field with the link.
 * @csspart copy-link - The button that copies it.
 */
export class JetShare extends LitElement {
  static override styles = [buttonStyles, filledButtonStyles, shareStyles];

  @property({ attribute: false }) url = '';
  /** The playback position and the end of the media, in seconds. */
  @property({ attribute: false }) current = 0;
  @property({ attribute: false }) duration = Infinity;
  /** The part of the media whose link could not be copied; undefined for a new clip. */
  @property({ attribute: false }) uncopiedPart?: SharedPart | undefined;
  @property({ attribute: false }) t!: Messages;

  /** The times as the viewer writes them; an empty end links to a moment. */
  #start = '';
  #end = '';
  #isCopied = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && !changed.has('uncopiedPart')) return;
    const { uncopiedPart, current, duration } = this;
    const defaultEnd = Math.min(current + newClipSeconds, duration);
    const { start, end } = uncopiedPart ?? { start: current, end: defaultEnd - current < 1 ? undefined : defaultEnd };
    this.#start = formatTime(start);
    this.#end = end === undefined ? '' : formatTime(end);
    this.#isCopied = false;
  }

  protected override render() {
    const { t } = this;
    const link = this.#link;
    return html`
      ${this.#renderTimeField(t.clipStart, this.#start, (text) => (this.#start = text))}
      ${this.#renderTimeField(t.clipEnd, this.#end, (text) => (this.#end = text), this.#end !== '' && link === '')}
      <input class="link" part="link" readonly dir="ltr" aria-label=${t.copyLink} .value=${link} />
      <div class="row">
        <button type="button" class="copy filled" part="copy-link" ?disabled=${link === ''} @click=${this.#copy}>
          ${this.#isCopied ? menuIcons.check : menuIcons.copy}<span>${t.copyLink}</span>
        </button>
        <span role="status">${this.#isCopied ? t.copied : nothing}</span>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('uncopiedPart') && this.uncopiedPart) this.#selectLink();
  }

  /** The link; empty while a time is not valid or the end is not after the start. */
  get #link(): string {
    const start = parseTime(this.#start);
    const end = this.#end === '' ? undefined : parseTime(this.#end);
    if (start === undefined || (this.#end !== '' && !(end! > start))) return '';
    return linkAt(this.url, { start, end });
  }

  #renderTimeField(
    label: string,
    text: string,
    setText: (text: string) => void,
    isInvalid = parseTime(text) === undefined && text !== ''
  ): TemplateResult {
    const changeText = (value: string) => {
      setText(value);
      this.#isCopied = false;
      this.requestUpdate();
    };
    return html`
      <div class="time">
        <label
          >${label}<input
            dir="ltr"
            inputmode="text"
            autocomplete="off"
            aria-invalid=${isInvalid ? 'true' : nothing}
            .value=${text}
            @input=${({ target }: Event) => changeText((target as HTMLInputElement).value)}
        /></label>
        <button
          type="button"
          class="button"
          aria-label="${this.t.clipNow}: ${label}"
          title=${this.t.clipNow}
          @click=${() => changeText(formatTime(this.current))}
        >
          ${menuIcons.now}
        </button>
      </div>
    `;
  }

  #selectLink(): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>('.link');
    field?.focus();
    field?.select();
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#link);
      this.#isCopied = true;
      this.requestUpdate();
    } catch {
      this.#selectLink();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-share': JetShare;
  }
}
