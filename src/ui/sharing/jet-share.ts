import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/locales/en.js';
import { formatTime } from '../../lib/format.js';
import { icons } from '../icons.js';
import { property } from '../lit/property.js';
import { buttonStyles } from '../styles/button.css.js';
import { filledButtonStyles } from '../styles/filled-button.css.js';
import { readClock } from './clock.js';
import { nowIcon } from './icons.js';
import { linkAt, type SharedPart } from './link-at.js';
import { shareStyles } from './share.css.js';

/** Seconds of a new clip, until the viewer sets its end. */
const newClip = 30;

/**
 * A link to a clip: its start and its end, as text or from the playback position, and a button that copies it. Where the page may not write
 * to the clipboard, the link is selected, to copy by hand.
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
  /** What a link that could not be copied names; undefined for a new clip. */
  @property({ attribute: false }) refused?: SharedPart | undefined;
  @property({ attribute: false }) t!: Messages;

  /** The times as the viewer writes them; an empty end links to a moment. */
  #start = '';
  #end = '';
  #copied = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && !changed.has('refused')) return;
    const { refused, current, duration } = this;
    const last = Math.min(current + newClip, duration);
    const { start, end } = refused ?? { start: current, end: last - current < 1 ? undefined : last };
    this.#start = formatTime(start);
    this.#end = end === undefined ? '' : formatTime(end);
    this.#copied = false;
  }

  protected override render() {
    const { t } = this;
    const link = this.#link;
    return html`
      ${this.#time(t.clipStart, this.#start, (text) => (this.#start = text))}
      ${this.#time(t.clipEnd, this.#end, (text) => (this.#end = text), this.#end !== '' && link === '')}
      <input class="link" part="link" readonly dir="ltr" aria-label=${t.copyLink} .value=${link} />
      <div class="row">
        <button type="button" class="copy filled" part="copy-link" ?disabled=${link === ''} @click=${this.#copy}>
          ${this.#copied ? icons.check : icons.copy}<span>${t.copyLink}</span>
        </button>
        <span role="status">${this.#copied ? t.copied : nothing}</span>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('refused') && this.refused) this.#select();
  }

  /** The link; empty while a time is not valid or the end is not after the start. */
  get #link(): string {
    const start = readClock(this.#start);
    const end = this.#end === '' ? undefined : readClock(this.#end);
    if (start === undefined || (this.#end !== '' && !(end! > start))) return '';
    return linkAt(this.url, { start, end });
  }

  #time(label: string, text: string, set: (text: string) => void, wrong = readClock(text) === undefined && text !== ''): TemplateResult {
    const change = (value: string) => {
      set(value);
      this.#copied = false;
      this.requestUpdate();
    };
    return html`
      <div class="time">
        <label
          >${label}<input
            dir="ltr"
            inputmode="text"
            autocomplete="off"
            aria-invalid=${wrong ? 'true' : nothing}
            .value=${text}
            @input=${({ target }: Event) => change((target as HTMLInputElement).value)}
        /></label>
        <button
          type="button"
          class="button"
          aria-label="${this.t.clipNow}: ${label}"
          title=${this.t.clipNow}
          @click=${() => change(formatTime(this.current))}
        >
          ${nowIcon}
        </button>
      </div>
    `;
  }

  #select(): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>('.link');
    field?.focus();
    field?.select();
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#link);
      this.#copied = true;
      this.requestUpdate();
    } catch {
      this.#select();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-share': JetShare;
  }
}
