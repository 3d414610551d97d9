import { button } from '../button.js';
import type { Control } from '../control.js';
import { icons } from '../icons.js';

/** Audio description on or off; it stands beside the captions, at the same level as play (EN 301 549, 7.3). */
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
