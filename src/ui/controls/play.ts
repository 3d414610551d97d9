import { button } from '../button.js';
import { keyFor, type Control, type View } from '../view.js';
import { icons } from '../icons/icons.js';

/** Returns the label and the icon of the play button in the current state. */
export function playLabelAndIcon({ state, t }: View): { label: string; icon: (typeof icons)[keyof typeof icons] } {
  if (state.playback.ended) return { label: t.replay, icon: icons.replay };
  return state.playback.paused ? { label: t.play, icon: icons.play } : { label: t.pause, icon: icons.pause };
}

/** Returns the icon of what playback does now, to confirm a click or a key. */
export const playbackIcon = ({ state }: View): (typeof icons)[keyof typeof icons] => (state.playback.paused ? icons.pause : icons.play);

export const play: Control = {
  name: 'play',
  render: (view) =>
    button({ name: 'play', key: keyFor(view, 'playPause'), ...playLabelAndIcon(view), run: () => view.player.playback.toggle() })
};
