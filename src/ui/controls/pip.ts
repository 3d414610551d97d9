import { button } from '../button.js';
import type { Control } from '../control.js';
import { icons } from '../icons.js';

export const pip: Control = {
  name: 'pip',
  key: 'p',
  shown: ({ state }) => state.pip.supported,
  render({
    player,
    state: {
      pip: { active }
    },
    t
  }) {
    // A refusal leaves everything as it was; there is nothing to tell.
    const run = () => void player.pip.toggle().catch(() => undefined);
    return button({ name: 'pip', key: 'p', label: active ? t.leavePip : t.enterPip, icon: icons.pip, run });
  }
};
