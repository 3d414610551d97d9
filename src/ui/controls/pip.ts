import { button } from '../button.js';
import { keyFor, type Control } from '../control.js';
import { icons } from '../icons.js';

export const pip: Control = {
  name: 'pip',
  shown: ({ state, audio }) => state.pip.supported && !audio,
  render(view) {
    const { player, state, t } = view;
    // A refusal leaves everything as it was; there is nothing to tell.
    const run = () => void player.pip.toggle().catch(() => undefined);
    return button({ name: 'pip', key: keyFor(view, 'pip'), label: state.pip.active ? t.leavePip : t.enterPip, icon: icons.pip, run });
  }
};
