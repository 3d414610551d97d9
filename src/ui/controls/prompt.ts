import { html } from 'lit';
import type { Control } from '../view.js';
import { icons } from '../icons/icons.js';
import { isTouch } from '../elements/touch.js';

/**
 * Asks for the user gesture that the browser requires: to start playback or to unmute. To start playback, it is shown only where there
 * is no big play button.
 */
export const prompt: Control = {
  name: 'prompt',
  shown: ({ state, autoMuted }) => !state.source.error && (state.playback.autoplayBlocked || (autoMuted && state.volume.muted)),
  render({ player, state, t }) {
    const hasTouchScreen = isTouch();
    const startsPlayback = state.playback.autoplayBlocked;
    const [label, icon, run] = startsPlayback
      ? [hasTouchScreen ? t.tapToPlay : t.clickToPlay, icons.play, () => player.playback.toggle()]
      : [hasTouchScreen ? t.tapToUnmute : t.clickToUnmute, icons.muted, () => player.volume.setMuted(false)];
    return html`
      <button type="button" class="prompt main" part="prompt" ?data-play=${startsPlayback} @click=${run}>
        ${icon}<span>${label}</span>
      </button>
    `;
  }
};
