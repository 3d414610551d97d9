import { defineLazily } from '../lit/define-lazily.js';

/** Loads and registers `jet-list`. */
export const loadList = defineLazily('jet-list', () => import('./jet-list.js').then(({ JetList }) => JetList));

/** Loads and registers `jet-image`. */
export const loadImage = defineLazily('jet-image', () => import('./jet-image.js').then(({ JetImage }) => JetImage));
