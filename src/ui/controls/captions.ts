import { button } from '../button.js';
import { keyFor, type Control } from '../control.js';
import { icons } from '../icons.js';

/** Captions on or off; which ones is chosen in the settings. */
export const captions: Control = {
  name: 'captions',
  shown: ({ state }) => state.captions.tracks.length > 0,
  render(view) {
    const { player, state, t } = view;
    const on = state.captions.choice !== null;
    return button({
      name: 'captions',
      key: keyFor(view, 'captions'),
      label: t.captions,
      icon: on ? icons.captionsOn : icons.captions,
      pressed: on,
      run: () => player.captions.toggle()
    });
  }
};
