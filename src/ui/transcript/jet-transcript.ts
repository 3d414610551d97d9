import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { formatNumber } from '../../i18n/format.js';
import type { Messages } from '../../i18n/locales/en.js';
import { formatTime } from '../../lib/format.js';
import type { Player, TranscriptLine } from '../../media/index.js';
import { icons } from '../icons/icons.js';
import { menuIcons } from '../icons/menu-icons.js';
import { property } from '../lit/property.js';
import { saveTranscript, type TranscriptFormat } from './export-transcript.js';
import { splitAtMatches, matches } from './search.js';
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
  /** Whether captions are off, so that there is no text. */
  @property({ attribute: false }) captionsOff = false;
  @property({ attribute: false }) t!: Messages;
  @property({ attribute: false }) player!: Player;
  /** Returns the text of the start of a line, in seconds. A new function alone does not render again: it changes with the lines. */
  @property({ attribute: false, hasChanged: () => false }) formatStart = formatTime;
  /** The name of a saved transcript; undefined when the publisher does not allow to save it. */
  @property({ attribute: false }) fileName?: string | undefined;
  /**
   * Copies a link to a time in seconds, and returns whether it could; undefined where there is no link. A new
   * function causes no rendering, because the panel passes one at every change of the position.
   */
  @property({ attribute: false, hasChanged: (value, previous) => !value !== !previous }) copyLink?:
    ((seconds: number) => Promise<boolean>) | undefined;

  @property({ attribute: false }) private query = '';
  /** The time of the line whose link was copied last, in seconds. */
  @property({ attribute: false }) private copiedTime = NaN;
  /** Whether the viewer has scrolled away from the current line. */
  @property({ attribute: false }) private scrolledAway = false;

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
    if (this.captionsOff) {
      return html`<p class="empty">${t.transcriptOff}</p>
        <button type="button" class="on filled" @click=${() => this.player.captions.toggle()}>
          ${icons.captions}<span>${t.captions}</span>
        </button>`;
    }
    const shownIndices = this.#shownIndices();
    const tabStopIndex = shownIndices.includes(this.current) ? this.current : shownIndices[0];
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
          >${this.query ? t.transcriptFound(formatNumber(shownIndices.length, t.lang)) : this.copiedTime >= 0 ? t.copied : nothing}</span
        >
      </div>
      ${this.fileName !== undefined && this.lines.length > 0 ? html`<div class="saving">${this.#renderSaveButton('txt', t.saveText)}${this.#renderSaveButton('vtt', t.saveVtt)}</div>` : nothing}
      ${this.lines.length === 0 ? html`<p class="empty">${t.transcriptEmpty}</p>` : nothing}
      <ol @keydown=${this.#onKey} @wheel=${this.#onScroll} @touchmove=${this.#onScroll}>
        ${shownIndices.map((index) => this.#renderLine(index, index === tabStopIndex))}
      </ol>
      ${
        this.scrolledAway && !this.query
          ? html`<button type="button" class="follow filled" @click=${this.#onFollow}>${t.transcriptFollow}</button>`
          : nothing
      }
    `;
  }

  /** Starts to read the captions here, because an element that is upgraded later has its properties only now. */
  protected override firstUpdated(): void {
    this.player.transcript.read(true);
  }

  protected override updated(changed: PropertyValues): void {
    const following = changed.has('current') || changed.has('lines') || changed.has('query');
    if (following && !this.scrolledAway && !this.query) this.#showCurrent();
  }

  /** Returns the indices of the lines to render. */
  #shownIndices(): number[] {
    const { lines, query } = this;
    const indices = lines.keys();
    if (query.trim()) return [...indices].filter((index) => matches(lines[index]!.text, query)).slice(0, maxLines);
    const firstIndex = Math.max(0, Math.min(this.current - maxLines / 2, lines.length - maxLines));
    return [...indices].slice(firstIndex, firstIndex + maxLines);
  }

  #renderSaveButton(format: TranscriptFormat, label: string): TemplateResult {
    const save = () => saveTranscript(this.lines, format, this.fileName!);
    return html`<button type="button" class="save" part="save" @click=${save}>${icons.download}<span>${label}</span></button>`;
  }

  #renderLine(index: number, isTabStop: boolean): TemplateResult {
    const { start, text } = this.lines[index]!;
    const isCurrent = index === this.current;
    return html`
      <li>
        <button
          type="button"
          part="line"
          tabindex=${isTabStop ? 0 : -1}
          aria-current=${isCurrent ? 'true' : nothing}
          @click=${() => this.#seek(start)}
        >
          <time>${this.formatStart(start)}</time
          ><span dir="auto"
            >${splitAtMatches(text, this.query).map(({ text: piece, isMatch }) => (isMatch ? html`<mark>${piece}</mark>` : piece))}</span
          >
        </button>
        ${
          this.copyLink
            ? html`<button
                type="button"
                class="link"
                part="copy-link"
                tabindex=${isTabStop ? 0 : -1}
                aria-label="${this.t.copyLink}: ${this.formatStart(start)}"
                title=${this.t.copyLink}
                @click=${() => void this.#copyLinkTo(start)}
              >
                ${start === this.copiedTime ? menuIcons.check : menuIcons.link}
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

  /** Copies a link, and says so in the panel, because a notice over the video is out of reach while the panel is a sheet. */
  async #copyLinkTo(seconds: number): Promise<void> {
    this.copiedTime = NaN;
    if (await this.copyLink?.(seconds)) this.copiedTime = seconds;
  }

  #seek(seconds: number): void {
    this.scrolledAway = false;
    this.player.time.seek(seconds);
  }

  readonly #onInput = ({ target }: Event): void => {
    this.copiedTime = NaN;
    this.query = (target as HTMLInputElement).value;
    this.scrolledAway = false;
  };

  readonly #onScroll = (): void => void (this.scrolledAway = true);

  readonly #onFollow = (): void => {
    this.scrolledAway = false;
    this.#showCurrent();
    this.#currentLine?.focus({ preventScroll: true });
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const focusedLine = (event.target as HTMLElement).closest('li');
    const lines = [...this.renderRoot.querySelectorAll('li')];
    const index = lines.indexOf(focusedLine!);
    const targetIndex = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: lines.length - 1 }[event.key];
    const isHorizontal = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (targetIndex === undefined && !isHorizontal) return;
    event.preventDefault();
    this.scrolledAway = true;
    const { className } = event.target as HTMLElement;
    if (targetIndex !== undefined) lines[targetIndex]?.querySelector<HTMLElement>(className ? 'button.link' : 'button')?.focus();
    else focusedLine?.querySelector<HTMLElement>(className ? 'button' : 'button.link')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-transcript': JetTranscript;
  }
}
