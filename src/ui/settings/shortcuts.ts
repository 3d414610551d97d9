import { icons } from '../icons.js';
import type { Setting } from './index.js';

export const shortcuts: Setting = ({ t, show, options }) =>
  options.hotkeys.length > 0 ? { name: 'shortcuts', label: t.shortcuts, icon: icons.keyboard, run: () => show('shortcuts') } : undefined;
