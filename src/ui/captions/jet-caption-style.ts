import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { formatPercent } from '../../i18n/format.js';
import type { Messages } from '../../i18n/locales/en.js';
import { captionEdges, captionPositions, defaultCaptionStyle, type CaptionStyle } from '../../media/index.js';
import { property } from '../lit/property.js';
import { captionStyleStyles } from './caption-style.css.js';
import { applyCaptionStyle } from './caption-style.js';

/** The eight colours of teletext and CEA-608, which viewers of captions know. */
const colors = {
  white: '#ffffff',
  yellow: '#ffff00',
  green: '#00ff00',
  cyan: '#00ffff',
  blue: '#0000ff',
  magenta: '#ff00ff',
  red: '#ff0000',
  black: '#000000'
} as const;

const sizes = [0.5, 0.75, 1, 1.5, 2, 3];
const opacities = [0, 0.25, 0.5, 0.75, 1];

interface StyleChoice {
  readonly value: CaptionStyle[keyof CaptionStyle];
  readonly label: string;
  /** Shown as a swatch; the label is its accessible name. */
  readonly color?: string;
}

/**
 * The form for the caption style, one property a row, with a sample that shows changes immediately.
 *
 * @csspart sample - The sample.
 */
export class JetCaptionStyle extends LitElement {
  static override styles = captionStyleStyles;

  @property({ attribute: false }) value: CaptionStyle = defaultCaptionStyle;
  @property({ attribute: false }) t!: Messages;
  @property({ attribute: false }) setStyle!: (patch: Partial<CaptionStyle>) => void;

  protected override render() {
    const { t } = this;
    const colorChoices = Object.entries(colors).map(([name, color]) => ({
      value: color,
      color,
      label: t.captionColors[name as keyof typeof colors]
    }));
    const percentChoice = (value: number) => ({ value, label: formatPercent(value, t.lang) });
    return html`
      <div class="sample" part="sample"><span>${t.captionSample}</span></div>
      ${this.#renderRow('size', t.captionSize, sizes.map(percentChoice))} ${this.#renderRow('color', t.captionColor, colorChoices)}
      ${this.#renderRow('background', t.captionBackground, colorChoices)}
      ${this.#renderRow('opacity', t.captionOpacity, opacities.map(percentChoice))}
      ${this.#renderRow(
        'edge',
        t.captionEdge,
        captionEdges.map((value) => ({ value, label: t.captionEdges[value] }))
      )}
      ${this.#renderRow(
        'position',
        t.captionPosition,
        captionPositions.map((value) => ({ value, label: t.captionPositions[value] }))
      )}
      <button type="button" @click=${() => this.setStyle(defaultCaptionStyle)}>${t.captionReset}</button>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const sample = this.renderRoot.querySelector<HTMLElement>('.sample');
    if (sample && changed.has('value')) applyCaptionStyle(sample, this.value);
    for (const swatch of this.renderRoot.querySelectorAll<HTMLElement>('.swatch')) {
      swatch.style.setProperty('--_swatch', swatch.dataset.color!);
    }
  }

  #renderRow(name: keyof CaptionStyle, label: string, choices: readonly StyleChoice[]): TemplateResult {
    return html`
      <fieldset>
        <legend>${label}</legend>
        <div class=${choices[0]?.color ? 'swatches' : 'choices'}>${choices.map((choice) => this.#renderChoice(name, choice))}</div>
      </fieldset>
    `;
  }

  #renderChoice(name: keyof CaptionStyle, { value, label, color }: StyleChoice): TemplateResult {
    return html`
      <label title=${color ? label : nothing}>
        <input
          type="radio"
          name=${name}
          .checked=${this.value[name] === value}
          aria-label=${color ? label : nothing}
          @change=${() => this.setStyle({ [name]: value })}
        />
        ${color ? html`<span class="swatch" data-color=${color}></span>` : html`<span class="choice">${label}</span>`}
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-caption-style': JetCaptionStyle;
  }
}
