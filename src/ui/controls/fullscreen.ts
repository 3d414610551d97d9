import { button } from '../button.js';
import { keyFor, type Control } from '../view.js';
import { icons } from '../icons/icons.js';

export const fullscreen: Control = {
  name: 'fullscreen',
  shown: ({ state, audio }) => state.fullscreen.supported && !audio,
  render(view) {
    const { player, state, t } = view;
    // A rejection changes nothing, so no notice is shown.
    const run = () => void player.fullscreen.toggle().catch(() => undefined);
    const labelAndIcon = state.fullscreen.active
      ? { label: t.leaveFullscreen, icon: icons.minimize }
      : { label: t.enterFullscreen, icon: icons.maximize };
    return button({ name: 'fullscreen', key: keyFor(view, 'fullscreen'), ...labelAndIcon, run });
  }
};
