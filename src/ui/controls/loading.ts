import { html } from 'lit';
import type { Control } from '../control.js';

/** A sign of life while there is nothing to play. Its style waits half a second before it shows, so that a short wait is no flicker. */
export const loading: Control = {
  name: 'loading',
  shown: ({ state }) => state.playback.waiting && !state.error.error,
  render: ({ t }) => html`<div class="loading" part="loading" role="status"><span class="hidden">${t.loading}</span></div>`
};
