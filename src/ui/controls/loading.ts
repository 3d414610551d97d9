import { html, nothing } from 'lit';
import { spokenTime } from '../../i18n/format.js';
import type { Control, View } from '../view.js';

const isWaiting = ({ state }: View): boolean => (state.playback.waiting || state.source.interruption !== null) && !state.source.error;

/** Returns the text for an interruption and the time of the next retry; empty during ordinary buffering. */
function interruptionText({ state, t }: View): string {
  const { interruption } = state.source;
  if (!interruption) return '';
  const { kind, retryIn } = interruption;
  const text = kind === 'unavailable' ? t.waitingForStream : t.reconnecting;
  return retryIn === undefined ? text : `${text} · ${t.retryIn(spokenTime(retryIn, t.lang))}`;
}

/** Returns the text that the live region announces while loading; empty otherwise. */
export const waitingText = (view: View): string => (isWaiting(view) ? interruptionText(view) || view.t.loading : '');

/**
 * A spinner while playback waits for data, with a text during an interruption. Its style delays it by half a second, so that a short
 * wait does not flicker.
 */
export const loading: Control = {
  name: 'loading',
  shown: isWaiting,
  render(view) {
    const text = interruptionText(view);
    return html`
      <div class="loading" part="loading">
        <div class="spinner" part="spinner"></div>
        ${text ? html`<span class="reason" part="status">${text}</span>` : nothing}
      </div>
    `;
  }
};
