import { button } from '../button.js';
import type { Control } from '../control.js';
import { icons } from '../icons.js';

export const mute: Control = {
  name: 'mute',
  key: 'm',
  render({ player, state: { volume }, t }) {
    const silent = volume.muted || volume.level === 0;
    const icon = silent ? icons.muted : volume.level < 0.5 ? icons.quiet : icons.loud;
    return button({ name: 'mute', key: 'm', label: silent ? t.unmute : t.mute, icon, run: () => player.volume.toggleMuted() });
  }
};
