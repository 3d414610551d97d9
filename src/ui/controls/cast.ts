import { button } from '../button.js';
import type { Control } from '../control.js';
import { icons } from '../icons.js';

/** To another device and back; the way there leads through the viewer's yes. */
export const cast: Control = {
  name: 'cast',
  shown: ({ state: { cast } }) => cast.offered || (cast.status !== 'off' && !cast.airplayOffered),
  render({ player, state, t }) {
    const there = state.cast.status === 'connected';
    return button({
      name: 'cast',
      label: there ? t.castStop : t.castStart,
      icon: there ? icons.castOn : icons.cast,
      pressed: there,
      run: () => (there ? player.cast.stop() : void player.cast.start())
    });
  }
};
