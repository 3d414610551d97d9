import { html } from 'lit';
import type { Control } from '../view.js';
import { playLabelAndIcon } from './play.js';
import { upNext } from './up-next.js';

/** The play button in the middle, to start and to replay; on a touch screen, shown together with the controls. */
export const bigPlay: Control = {
  name: 'big-play',
  shown(view) {
    const { state, audio } = view;
    return (
      !audio && state.cast.status === 'off' && !state.source.error && !state.source.interruption && !view.pip.active && !upNext.shown!(view)
    );
  },
  render(view) {
    const { state, player } = view;
    const { label, icon } = playLabelAndIcon(view);
    const { paused, started, ended, autoplayBlocked } = state.playback;
    return html`
      <button
        type="button"
        class="big button"
        part="big-play"
        aria-label=${label}
        ?data-calls=${paused && (!started || ended || autoplayBlocked)}
        @click=${() => player.playback.toggle()}
      >
        ${icon}
      </button>
    `;
  }
};
