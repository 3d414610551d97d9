import { button } from '../button.js';
import { keyFor, type Control } from '../view.js';
import { icons } from '../icons.js';

export const mute: Control = {
  name: 'mute',
  render(view) {
    const { player, state, t } = view;
    const { level, muted } = state.volume;
    const silent = muted || level === 0;
    const icon = silent ? icons.muted : level < 0.5 ? icons.quiet : icons.loud;
    const run = () => player.volume.toggleMuted();
    return button({ name: 'mute', key: keyFor(view, 'mute'), label: silent ? t.unmute : t.mute, icon, run });
  }
};
