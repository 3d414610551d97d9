import { html, type TemplateResult } from 'lit';
import type { JetSlider } from './jet-slider.js';
import type { MenuSlider } from './menu-item.js';

/**
 * Renders the rows of a menu and a slider below them, outside the role `menu`, which can contain no slider. Arrow up and down move between
 * the rows and the slider, as everywhere in the menu, so `onKey` of the menu receives them instead of the slider.
 */
export function renderMenuSlider(
  slider: MenuSlider,
  menuLabel: string,
  rows: readonly unknown[],
  onKey: (event: KeyboardEvent) => void
): TemplateResult {
  const { label, min, max, step, value, describe, set } = slider;
  const roundToStep = (position: number) => Math.round(Math.round(position / step) * step * 1000) / 1000;
  const onInput = ({ currentTarget }: Event) => {
    const { position } = currentTarget as JetSlider;
    if (roundToStep(position) !== value) set(roundToStep(position));
  };
  const captureArrowKeys = {
    capture: true,
    handleEvent: (event: KeyboardEvent) => void (/^Arrow(Up|Down)$/.test(event.key) && onKey(event))
  };
  // A touch here moves the slider, and not the sheet around it.
  const stopPropagation = (event: Event) => event.stopPropagation();
  return html`
    <div role="menu" aria-label=${menuLabel}>${rows}</div>
    <div class="slide" @keydown=${captureArrowKeys} @touchstart=${stopPropagation} @touchmove=${stopPropagation}>
      <jet-slider
        part="slider"
        .label=${label}
        .min=${min}
        .max=${max}
        .step=${step}
        .value=${value}
        .describe=${(position: number) => describe(roundToStep(position))}
        @input=${onInput}
        @change=${onInput}
      ></jet-slider>
      <bdi aria-hidden="true">${describe(value)}</bdi>
    </div>
  `;
}
