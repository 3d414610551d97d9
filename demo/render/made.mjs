import { apiReference } from './api.mjs';
import { cards } from './cards.mjs';
import { frameworkSamples } from './frameworks.mjs';
import { speed } from './speed.mjs';
import { weights } from './weights.mjs';

/**
 * What is made from other files and put in the place of a page's `<!-- made -->`, by the page's name.
 * @type {Readonly<Record<string, (root: string) => Promise<string>>>}
 */
export const made = {
  index: cards,
  api: apiReference,
  performance: async (root) => (await weights(root)) + (await speed(root)),
  frameworks: frameworkSamples
};
