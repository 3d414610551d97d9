import { icons } from '../icons.js';
import type { Setting } from './index.js';

/** The way to the text of the film. */
export const transcript: Setting = ({ state, t, show }) =>
  state.captions.tracks.length > 0
    ? { name: 'transcript', label: t.transcript, icon: icons.transcript, run: () => show('transcript') }
    : undefined;
