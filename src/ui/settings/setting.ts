import type { View } from '../view.js';
import type { MenuItem } from '../elements/menu-item.js';

/** Returns an item of the settings menu; undefined when there is nothing to choose. */
export type Setting = (view: View) => MenuItem | undefined;
