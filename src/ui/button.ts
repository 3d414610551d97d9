import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

interface ButtonOptions {
  /** The name of the control and of its `part`. */
  readonly name: string;
  /** The accessible name, also shown as a tooltip. */
  readonly label: string;
  /** Without an icon, the button shows the label. */
  readonly icon: TemplateResult | undefined;
  readonly key?: string | undefined;
  /** The state of a toggle button. */
  readonly pressed?: boolean;
  /** Whether the button has no effect now; it can still have the focus. */
  readonly disabled?: boolean;
  run(event: Event): void;
}

/** Renders a button of the control bar: an icon with an accessible name, a tooltip and a part. */
export const button = ({ name, label, icon, key, pressed, disabled, run }: ButtonOptions): TemplateResult => html`
  <button
    type="button"
    class=${icon ? 'button' : 'button wide'}
    part=${name}
    aria-label=${label}
    aria-pressed=${ifDefined(pressed)}
    aria-disabled=${disabled || nothing}
    aria-keyshortcuts=${key ?? nothing}
    data-tip=${key ? `${label} (${key})` : label}
    @click=${run}
  >
    ${icon ?? label}
  </button>
`;
