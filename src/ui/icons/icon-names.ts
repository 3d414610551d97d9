import type { IconShape } from './render-icon.js';
import type { icons } from './icons.js';
import type { menuIcons } from './menu-icons.js';

export type IconName = keyof typeof icons | keyof typeof menuIcons;

/** A page's own icons by the name of the icon that each replaces. */
export type Icons = Readonly<Partial<Record<IconName, IconShape>>>;
