import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { formatNumber } from '../../i18n/format.js';
import type { Messages } from '../../i18n/locales/en.js';
import { formatTime } from '../../lib/format.js';
import type { Player, TranscriptLine } from '../../media/index.js';
import { icons } from '../icons.js';
import { property } from '../lit/property.js';
import { linkIcon } from '../sharing/icons.js';
import { saveTranscript, type TranscriptFormat } from './export-transcript.js';
import { cut, matches } from './search.js';
import { filledButtonStyles } from '../styles/filled-button.css.js';
import { transcriptStyles } from './transcript.css.js';

/** Maximum number of lines in the DOM, enough for a long video; beyond it, only the lines around the current one. */
const maxLines = 3000;

/**
 * A transcript: a click on a line seeks to its time, the current line is marked and kept visible, and a search filters the lines.
 * The list is one Tab stop; arrow keys, Home and End move between lines, left and right between a line and its button for a link.
 *
 * @csspart search - The search field.
 * @csspart line - One line.
 * @csspart save - A button that saves the transcript as a file.
 * @csspart copy-link - The button that copies a link to a line.
 */
export class JetTranscript extends LitElement {
  static override styles = [filledButtonStyles, transcriptStyles];

  @property({ attribute: false }) lines: readonly TranscriptLine[] = [];
  @property({ attribute: false }) current = -1;
  /** Captions are off, so that there is no text. */
  @property({ attribute: false }) off = false;
  @property({ attribute: false }) t!: Messages;
  @property({ attribute: false }) player!: Player;
  /** The name of a saved transcript; undefined when the publisher does not allow to save it. */
  @property({ attribute: false }) fileName?: string | undefined;
  /**
   * Copies a link to a time in seconds, and returns whether it could; undefined where there is no link. Another
   * function renders nothing, because the panel passes one at every change of the position.
   */
  @property({ attribute: false, hasChanged: (now, before) => !now !== !before }) copyLink?:
    ((seconds: number) => Promise<boolean>) | undefined;

  @property({ attribute: false }) private query = '';
  /** The time of the line whose link was copied last, in seconds. */
  @property({ attribute: false }) private copied = NaN;
  /** The viewer has scrolled away from the current line. */
  @property({ attribute: false }) private away = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.player.transcript.read(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.player.transcript.read(false);
  }

  protected override render() {
    const { t } = this;
    if (this.off) {
      return html`<p class="empty">${t.transcriptOff}</p>
        <button type="button" class="on filled" @click=${() => this.player.captions.toggle()}>
          ${icons.captions}<span>${t.captions}</span>
        </button>`;
    }
    const shown = this.#shown();
    const stop = shown.includes(this.current) ? this.current : shown[0];
    return html`
      <div class="head">
        <input
          type="search"
          part="search"
          placeholder=${t.transcriptSearch}
          aria-label=${t.transcriptSearch}
          .value=${this.query}
          @input=${this.#onInput}
        />
        <span class="count" role="status"
          >${this.query ? t.transcriptFound(formatNumber(shown.length, t.lang)) : this.copied >= 0 ? t.copied : nothing}</span
        >
      </div>
      ${this.fileName !== undefined && this.lines.length > 0 ? html`<div class="saving">${this.#save('txt', t.saveText)}${this.#save('vtt', t.saveVtt)}</div>` : nothing}
      ${this.lines.length === 0 ? html`<p class="empty">${t.transcriptEmpty}</p>` : nothing}
      <ol @keydown=${this.#onKey} @wheel=${this.#onLeave} @touchmove=${this.#onLeave}>
        ${shown.map((index) => this.#line(index, index === stop))}
      </ol>
      ${
        this.away && !this.query
          ? html`<button type="button" class="follow filled" @click=${this.#onFollow}>${t.transcriptFollow}</button>`
          : nothing
      }
    `;
  }

  /** Starts here, because an element that is upgraded later has its properties only now. */
  protected override firstUpdated(): void {
    this.player.transcript.read(true);
  }

  protected override updated(changed: PropertyValues): void {
    const following = changed.has('current') || changed.has('lines') || changed.has('query');
    if (following && !this.away && !this.query) this.#showCurrent();
  }

  /** Returns the indices of the lines to render. */
  #shown(): number[] {
    const { lines, query } = this;
    const all = lines.keys();
    if (query.trim()) return [...all].filter((index) => matches(lines[index]!.text, query)).slice(0, maxLines);
    const from = Math.max(0, Math.min(this.current - maxLines / 2, lines.length - maxLines));
    return [...all].slice(from, from + maxLines);
  }

  #save(format: TranscriptFormat, label: string): TemplateResult {
    const save = () => saveTranscript(this.lines, format, this.fileName!);
    return html`<button type="button" class="save" part="save" @click=${save}>${icons.download}<span>${label}</span></button>`;
  }

  #line(index: number, stop: boolean): TemplateResult {
    const { start, text } = this.lines[index]!;
    const now = index === this.current;
    return html`
      <li>
        <button type="button" part="line" tabindex=${stop ? 0 : -1} aria-current=${now ? 'true' : nothing} @click=${() => this.#go(start)}>
          <time>${formatTime(start)}</time
          ><span dir="auto">${cut(text, this.query).map(({ text: piece, found }) => (found ? html`<mark>${piece}</mark>` : piece))}</span>
        </button>
        ${
          this.copyLink
            ? html`<button
                type="button"
                class="link"
                part="copy-link"
                tabindex=${stop ? 0 : -1}
                aria-label="${this.t.copyLink}: ${formatTime(start)}"
                title=${this.t.copyLink}
                @click=${() => void this.#copy(start)}
              >
                ${start === this.copied ? icons.check : linkIcon}
              </button>`
            : nothing
        }
      </li>
    `;
  }

  get #currentLine(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('[aria-current]');
  }

  /** Scrolls the current line to the middle of the panel. Only the panel is scrolled, so that the page does not move. */
  #showCurrent(): void {
    const scroller = this.assignedSlot?.parentElement;
    const line = this.#currentLine?.getBoundingClientRect();
    if (!scroller || !line) return;
    const { top, height } = scroller.getBoundingClientRect();
    scroller.scrollTop += line.top + line.height / 2 - (top + height / 2);
  }

  /** Says here that the link was copied, because a notice over the video is out of reach while the panel is a sheet. */
  async #copy(seconds: number): Promise<void> {
    this.copied = NaN;
    if (await this.copyLink?.(seconds)) this.copied = seconds;
  }

  #go(seconds: number): void {
    this.away = false;
    this.player.time.seek(seconds);
  }

  readonly #onInput = ({ target }: Event): void => {
    this.copied = NaN;
    this.query = (target as HTMLInputElement).value;
    this.away = false;
  };

  readonly #onLeave = (): void => void (this.away = true);

  readonly #onFollow = (): void => {
    this.away = false;
    this.#showCurrent();
    this.#currentLine?.focus({ preventScroll: true });
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const from = (event.target as HTMLElement).closest('li');
    const lines = [...this.renderRoot.querySelectorAll('li')];
    const at = lines.indexOf(from!);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    const isAcross = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (to === undefined && !isAcross) return;
    event.preventDefault();
    this.away = true;
    const { className } = event.target as HTMLElement;
    if (to !== undefined) lines[to]?.querySelector<HTMLElement>(className ? 'button.link' : 'button')?.focus();
    else from?.querySelector<HTMLElement>(className ? 'button' : 'button.link')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-transcript': JetTranscript;
  }
}
