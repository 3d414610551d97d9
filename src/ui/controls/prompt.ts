import { html } from 'lit';
import type { Control } from '../control.js';
import { icons } from '../icons.js';

/** Asks for the one tap that the browser wants: to start, or to have the sound back. */
export const prompt: Control = {
  name: 'prompt',
  shown: ({ state, silenced }) => !state.error.error && (state.playback.refused || (silenced && state.volume.muted)),
  render({ player, state, t }) {
    const [label, icon, run] = state.playback.refused
      ? [t.tapToPlay, icons.play, () => player.playback.toggle()]
      : [t.tapToUnmute, icons.muted, () => player.volume.setMuted(false)];
    return html`<button type="button" class="prompt main" part="prompt" @click=${run}>${icon}<span>${label}</span></button>`;
  }
};
