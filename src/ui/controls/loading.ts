import { html, nothing } from 'lit';
import type { Control, View } from '../control.js';

/** Why there is no picture although nothing has ended, in words; empty when the wait is an ordinary one. */
function reason({ state, t }: View): string {
  const { trouble } = state.error;
  if (!trouble) return '';
  return trouble.kind === 'waiting' ? t.waitingForStream : t.reconnecting;
}

/**
 * A sign of life while there is nothing to play, and a calm word where it may last. Its style waits half a second before it shows,
 * so that a short wait is no flicker.
 */
export const loading: Control = {
  name: 'loading',
  shown: ({ state }) => (state.playback.waiting || state.error.trouble !== null) && !state.error.error,
  render(view) {
    const words = reason(view);
    return html`
      <div class="loading" part="loading" role="status">
        <div class="spinner" part="spinner"></div>
        <span class=${words ? 'reason' : 'hidden'} part=${words ? 'status' : nothing}>${words || view.t.loading}</span>
      </div>
    `;
  }
};
