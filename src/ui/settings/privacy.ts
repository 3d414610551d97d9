import { icons } from '../icons.js';
import type { Setting } from './index.js';

/** The way to the privacy panel where the bar is too narrow for the shield. */
export const privacy: Setting = ({ t, show }) => ({ name: 'privacy', label: t.privacy, icon: icons.shield, run: () => show('privacy') });
