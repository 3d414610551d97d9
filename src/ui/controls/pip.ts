import { button } from '../button.js';
import { keyFor, type Control } from '../view.js';
import { icons } from '../icons/icons.js';

export const pip: Control = {
  name: 'pip',
  shown: ({ state, audio }) => state.pip.supported && !audio,
  render(view) {
    const { state, t } = view;
    // A rejection changes nothing, so no notice is shown.
    const run = () => void view.pip.toggle().catch(() => undefined);
    const active = state.pip.active || view.pip.active;
    return button({ name: 'pip', key: keyFor(view, 'pip'), label: active ? t.leavePip : t.enterPip, icon: icons.pip, run });
  }
};
