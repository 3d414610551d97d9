import { button } from '../button.js';
import type { Control } from '../control.js';
import { icons } from '../icons.js';

/** Captions on or off; which ones is chosen in the settings. */
export const captions: Control = {
  name: 'captions',
  key: 'c',
  shown: ({ state }) => state.captions.tracks.length > 0,
  render({ player, state, t }) {
    const on = state.captions.choice !== null;
    return button({
      name: 'captions',
      key: 'c',
      label: t.captions,
      icon: on ? icons.captionsOn : icons.captions,
      pressed: on,
      run: () => player.captions.toggle()
    });
  }
};
