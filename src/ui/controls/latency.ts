import { html } from 'lit';
import { formatSeconds } from '../../i18n/format.js';
import type { Control } from '../view.js';

/** The latency to the live broadcast, in seconds; for a page that lists it in its controls. */
export const latency: Control = {
  name: 'latency',
  shown: ({ state }) => !Number.isNaN(state.live.latency),
  render({ state, t }) {
    const text = formatSeconds(state.live.latency, t.lang);
    return html`<span class="time" part="latency" aria-label=${t.behindLive(text)} role="img">${text}</span>`;
  }
};
