import { button } from '../button.js';
import type { Control } from '../view.js';
import { icons } from '../icons/icons.js';

/** Turns audio description on or off; next to the captions button, at the same level as play (EN 301 549, 7.3). */
export const description: Control = {
  name: 'description',
  shown: ({ state }) => state.descriptions.available,
  render({ player, state, t }) {
    const { active } = state.descriptions;
    return button({
      name: 'description',
      label: t.audioDescription,
      icon: active ? icons.describedOn : icons.described,
      pressed: active,
      run: () => player.descriptions.toggle()
    });
  }
};
