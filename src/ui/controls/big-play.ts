import { html } from 'lit';
import type { Control } from '../control.js';
import { playFace } from './play.js';

/** The button in the middle: to begin and to begin again; on a touch screen, all the time that the controls are there. */
export const bigPlay: Control = {
  name: 'big-play',
  shown: ({ state, audio }) =>
    !audio && state.cast.status === 'off' && !state.error.error && !state.error.trouble && !state.playback.waiting,
  render(view) {
    const { state, player } = view;
    const { label, icon } = playFace(view);
    const calls = !state.playback.started || state.playback.ended;
    return html`
      <button
        type="button"
        class="big button"
        part="big-play"
        aria-label=${label}
        ?data-calls=${calls && state.playback.paused}
        @click=${() => player.playback.toggle()}
      >
        ${icon}
      </button>
    `;
  }
};
