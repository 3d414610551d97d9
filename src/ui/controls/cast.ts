import { button } from '../button.js';
import type { Control } from '../view.js';
import { icons } from '../icons/icons.js';

/** Starts casting, after the viewer's consent, and stops it. */
export const cast: Control = {
  name: 'cast',
  shown: ({ state: { cast } }) => cast.offered || (cast.status !== 'off' && !cast.airplayOffered),
  render({ player, state, t }) {
    const connected = state.cast.status === 'connected';
    return button({
      name: 'cast',
      label: connected ? t.castStop : t.castStart,
      icon: connected ? icons.castOn : icons.cast,
      pressed: connected,
      run: () => (connected ? player.cast.stop() : void player.cast.start())
    });
  }
};
