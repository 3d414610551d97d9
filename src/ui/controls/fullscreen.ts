import { button } from '../button.js';
import type { Control } from '../control.js';
import { icons } from '../icons.js';

export const fullscreen: Control = {
  name: 'fullscreen',
  key: 'f',
  shown: ({ state }) => state.fullscreen.supported,
  render({
    player,
    state: {
      fullscreen: { active }
    },
    t
  }) {
    // A refusal leaves everything as it was; there is nothing to tell.
    const run = () => void player.fullscreen.toggle().catch(() => undefined);
    const face = active ? { label: t.leaveFullscreen, icon: icons.minimize } : { label: t.enterFullscreen, icon: icons.maximize };
    return button({ name: 'fullscreen', key: 'f', ...face, run });
  }
};
