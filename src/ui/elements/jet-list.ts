import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { icons } from '../icons/icons.js';
import { property } from '../lit/property.js';
import { listStyles } from './list.css.js';

/** One entry of a list. */
export interface ListEntry {
  readonly title: string;
  /** Secondary text at the end. */
  readonly note?: string;
  /** The URL of its image. */
  readonly image?: string | undefined;
}

/** Options of a callback property. A new callback does the same as the previous one, so it causes no rendering. */
const callbackOptions = { attribute: false, hasChanged: () => false };

/**
 * A list of titles in a panel, of which one is the current one. The list is one Tab stop; arrow keys, Home and End move between entries.
 *
 * @csspart entry - One entry.
 */
export class JetList extends LitElement {
  static override styles = listStyles;

  @property({ attribute: false }) entries: readonly ListEntry[] = [];
  @property({ attribute: false }) current = -1;
  /** Fetches an image; resolves to undefined when there is none at its URL. */
  @property(callbackOptions) fetchImage: (url: string) => Promise<Blob | undefined> = () => Promise.resolve(undefined);
  /** Called with the index of an entry when the viewer chooses it, and with whether the list covers the player. */
  @property(callbackOptions) choose: (index: number, covers: boolean) => void = () => undefined;

  protected override render() {
    const { entries, current } = this;
    const tabStopIndex = Math.max(0, current);
    const hasImages = entries.some(({ image }) => image);
    return html`
      <ol @keydown=${this.#onKey}>
        ${entries.map(
          ({ title, note, image }, index) => html`
            <li>
              <button
                type="button"
                part="entry"
                aria-current=${index === current ? 'true' : nothing}
                tabindex=${index === tabStopIndex ? 0 : -1}
                @click=${() => this.choose(index, this.closest('jet-dialog:is([sheet], [modal])') !== null)}
              >
                <span class="mark">${index === current ? icons.play : index + 1}</span>
                ${hasImages ? html`<jet-image .url=${image ?? ''} .fetchImage=${this.fetchImage}></jet-image>` : nothing}<span class="title"
                  ><bdi>${title}</bdi></span
                >
                ${note ? html`<span class="note">${note}</span>` : nothing}
              </button>
            </li>
          `
        )}
      </ol>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('current')) this.renderRoot.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const index = buttons.indexOf(event.target as HTMLButtonElement);
    const targetIndex = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (targetIndex === undefined) return;
    event.preventDefault();
    buttons[targetIndex]?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-list': JetList;
  }
}
