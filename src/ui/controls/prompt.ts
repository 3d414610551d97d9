import { html } from 'lit';
import type { Control } from '../view.js';
import { icons } from '../icons.js';

/** Asks for the user gesture that the browser requires: to start playback or to unmute. */
export const prompt: Control = {
  name: 'prompt',
  shown: ({ state, autoMuted }) => !state.error.error && (state.playback.autoplayBlocked || (autoMuted && state.volume.muted)),
  render({ player, state, t }) {
    const [label, icon, run] = state.playback.autoplayBlocked
      ? [t.tapToPlay, icons.play, () => player.playback.toggle()]
      : [t.tapToUnmute, icons.muted, () => player.volume.setMuted(false)];
    return html`<button type="button" class="prompt main" part="prompt" @click=${run}>${icon}<span>${label}</span></button>`;
  }
};
