import { css, html, LitElement, nothing } from 'lit';
import { icons } from '../icons/icons.js';
import { property } from '../lit/property.js';
import { textButtonStyles } from '../styles/text-button.css.js';

/**
 * What plays next: its title, the time until it starts by itself, and a button for each choice. Fires `play` and `cancel`.
 *
 * @csspart play-next - The button that plays it now.
 * @csspart cancel-next - The button that cancels it.
 */
export class JetUpNext extends LitElement {
  static override styles = [
    textButtonStyles,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 0.3em;
        box-sizing: border-box;
        max-inline-size: min(30em, 100cqw - 2 * var(--_gap));
        margin-block-end: var(--_bar);
        padding: 0.9em 1.2em;
        border-radius: calc(var(--jet-radius, 10px) + 2px);
        background: var(--_panel);
        color: var(--_panel-text);
        text-align: center;
        pointer-events: auto;
      }
      p {
        display: -webkit-box;
        margin: 0;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow-wrap: anywhere;
      }
      .heading {
        font-size: 1.15em;
        font-weight: 600;
      }
      .quiet {
        color: var(--_panel-quiet);
        font-variant-numeric: tabular-nums;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 0.6em;
        margin-block-start: 0.4em;
      }
      button:not(.button, .main) {
        background: var(--_panel-focus);
      }
      .icon {
        inline-size: 1.15em;
        block-size: 1.15em;
      }
      :host([compact]) {
        justify-items: start;
        margin: 0;
        padding: 0.4em;
        background: none;
        text-align: start;
      }
      @container (height < 240px) {
        :host {
          gap: 0;
          padding: 0.4em 0.8em;
        }
        /* The AI label is in the corner of the card. */
        p {
          -webkit-line-clamp: 1;
          padding-inline-end: var(--_ai-width, 0px);
        }
        .heading {
          font-size: 1em;
        }
      }
      @media (forced-colors: active) {
        :host {
          border: 1px solid CanvasText;
          background: Canvas;
        }
      }
    `
  ];

  /** The label above the title, such as “Up next”. */
  @property() label = '';
  /** The title of what plays next. */
  @property() heading = '';
  /** When it starts; empty when it does not start by itself. */
  @property() note = '';
  /** The texts of the two buttons. */
  @property({ attribute: false }) texts: readonly [play: string, cancel: string] = ['', ''];

  protected override render() {
    const { label, heading, note, texts } = this;
    const dispatch = (type: 'play' | 'cancel') => () => this.dispatchEvent(new Event(type));
    return html`
      <p class="quiet">${label}${note ? html` · ${note}` : nothing}</p>
      <p class="heading" dir="auto">${heading}</p>
      <div class="choices">
        <button type="button" class="main" part="play-next" @click=${dispatch('play')}>${icons.play}<span>${texts[0]}</span></button>
        ${note ? html`<button type="button" part="cancel-next" @click=${dispatch('cancel')}>${texts[1]}</button>` : nothing}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-up-next': JetUpNext;
  }
}
