import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

export interface ButtonOptions {
  /** The name of the control; becomes its `part`. */
  readonly name: string;
  /** What it does, in words: read aloud, and shown as a tooltip. */
  readonly label: string;
  /** Without one, the label itself is shown. */
  readonly icon: TemplateResult | undefined;
  readonly key?: string | undefined;
  /** For a button that stays pressed. */
  readonly pressed?: boolean;
  run(event: Event): void;
}

/** A button of the control bar: a picture with a name, a tooltip and a part. */
export const button = ({ name, label, icon, key, pressed, run }: ButtonOptions): TemplateResult => html`
  <button
    type="button"
    class=${icon ? 'button' : 'button wide'}
    part=${name}
    aria-label=${label}
    aria-pressed=${ifDefined(pressed)}
    aria-keyshortcuts=${key ?? nothing}
    data-tip=${key ? `${label} (${key})` : label}
    @click=${run}
  >
    ${icon ?? label}
  </button>
`;
