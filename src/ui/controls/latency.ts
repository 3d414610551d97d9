import { html } from 'lit';
import type { Control } from '../control.js';

/** How far behind what is on the air a live viewer is, in seconds; for a page that names it among its controls. */
export const latency: Control = {
  name: 'latency',
  shown: ({ state }) => !Number.isNaN(state.live.latency),
  render({ state, t }) {
    const seconds = new Intl.NumberFormat(t.lang, {
      style: 'unit',
      unit: 'second',
      unitDisplay: 'narrow',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1
    });
    const text = seconds.format(state.live.latency);
    return html`<span class="time" part="latency" aria-label=${t.behindLive(text)} role="img">${text}</span>`;
  }
};
