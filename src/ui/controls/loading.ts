import { html, nothing } from 'lit';
import { spokenTime } from '../../i18n/format.js';
import type { Control, View } from '../control.js';

const waits = ({ state }: View): boolean => (state.playback.waiting || state.error.trouble !== null) && !state.error.error;

/** Why there is no picture although nothing has ended and when that may change, in words; empty when the wait is an ordinary one. */
function reason({ state, t }: View): string {
  const { trouble } = state.error;
  if (!trouble) return '';
  const { kind, pause } = trouble;
  const words = kind === 'waiting' ? t.waitingForStream : t.reconnecting;
  return pause === undefined ? words : `${words} · ${t.nextTry(spokenTime(pause, t.lang))}`;
}

/** What a voice says about a wait; empty while there is none. */
export const waitingWords = (view: View): string => (waits(view) ? reason(view) || view.t.loading : '');

/**
 * A sign of life while there is nothing to play, and a calm word where it may last. Its style waits half a second before it shows,
 * so that a short wait is no flicker.
 */
export const loading: Control = {
  name: 'loading',
  shown: waits,
  render(view) {
    const words = reason(view);
    return html`
      <div class="loading" part="loading">
        <div class="spinner" part="spinner"></div>
        ${words ? html`<span class="reason" part="status">${words}</span>` : nothing}
      </div>
    `;
  }
};
