import { icons } from '../icons.js';
import type { Setting } from './index.js';

/** The way to how captions look. */
export const captionStyle: Setting = ({ state, t, show }) =>
  state.captions.tracks.length > 0
    ? { name: 'caption-style', label: t.captionStyle, icon: icons.letters, run: () => show('caption-style') }
    : undefined;
