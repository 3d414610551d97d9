import { button } from '../button.js';
import { keyFor, type Control } from '../view.js';
import { icons } from '../icons/icons.js';

/** Turns captions on or off; the settings menu selects the track. */
export const captions: Control = {
  name: 'captions',
  shown: ({ state }) => state.captions.tracks.length > 0,
  render(view) {
    const { player, state, t } = view;
    const isOn = state.captions.choice !== null;
    return button({
      name: 'captions',
      key: keyFor(view, 'captions'),
      label: t.captions,
      icon: isOn ? icons.captionsOn : icons.captions,
      pressed: isOn,
      run: () => player.captions.toggle()
    });
  }
};
