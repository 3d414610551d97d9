import { button } from '../button.js';
import type { Control } from '../view.js';
import { icons } from '../icons/icons.js';

/** Opens the AirPlay picker after the viewer's consent; the same picker also ends AirPlay. */
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
