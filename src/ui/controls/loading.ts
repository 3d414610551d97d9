import { html, nothing } from 'lit';
import { spokenTime } from '../../i18n/format.js';
import type { Control, View } from '../view.js';

const waits = ({ state }: View): boolean => (state.playback.waiting || state.source.interruption !== null) && !state.source.error;

/** Returns the text for an interruption and the time of the next retry; empty during ordinary buffering. */
function reason({ state, t }: View): string {
  const { interruption } = state.source;
  if (!interruption) return '';
  const { kind, retryIn } = interruption;
  const words = kind === 'unavailable' ? t.waitingForStream : t.reconnecting;
  return retryIn === undefined ? words : `${words} · ${t.retryIn(spokenTime(retryIn, t.lang))}`;
}

/** Returns the text that the live region announces while loading; empty otherwise. */
export const waitingText = (view: View): string => (waits(view) ? reason(view) || view.t.loading : '');

/**
 * A spinner while playback waits for data, with a text during an interruption. Its style delays it by half a second, so that a short
 * wait does not flicker.
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
