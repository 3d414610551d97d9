import { button } from '../button.js';
import type { Control } from '../control.js';
import { icons } from '../icons.js';

/** Opens AirPlay's own picker, after the viewer's yes; the same picker leads back. */
export const airplay: Control = {
  name: 'airplay',
  shown: ({ state }) => state.cast.airplayOffered,
  render: ({ player, state, t }) =>
    button({
      name: 'airplay',
      label: t.airplay,
      icon: icons.airplay,
      pressed: state.cast.status === 'connected',
      run: () => void player.cast.startAirplay()
    })
};
