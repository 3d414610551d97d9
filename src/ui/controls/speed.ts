import { html } from 'lit';
import { formatNumber } from '../../i18n/format.js';
import type { Control } from '../view.js';

/** The speed, when it is not normal. */
export const speed: Control = {
  name: 'speed',
  shown: ({ state }) => state.playback.rate !== 1,
  render({ state, t }) {
    const text = `${formatNumber(state.playback.rate, t.lang)}×`;
    return html`<span class="time" part="speed" aria-label="${t.speed} ${text}" role="img">${text}</span>`;
  }
};
