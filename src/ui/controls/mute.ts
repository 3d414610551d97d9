import { button } from '../button.js';
import { keyFor, type Control, type View } from '../view.js';
import { icons } from '../icons/icons.js';

/** Returns the icon of the current volume. */
export function volumeIcon({ state }: View): (typeof icons)[keyof typeof icons] {
  const { level, muted } = state.volume;
  if (muted || level === 0) return icons.muted;
  return level < 0.5 ? icons.quiet : icons.loud;
}

export const mute: Control = {
  name: 'mute',
  render(view) {
    const { player, state, t } = view;
    const { level, muted } = state.volume;
    const isSilent = muted || level === 0;
    const run = () => player.volume.toggleMuted();
    return button({ name: 'mute', key: keyFor(view, 'mute'), label: isSilent ? t.unmute : t.mute, icon: volumeIcon(view), run });
  }
};
