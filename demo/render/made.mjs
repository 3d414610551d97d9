import { apiReference } from './api.mjs';
import { benchTables } from './bench.mjs';
import { cards } from './cards.mjs';
import { frameworkSamples } from './frameworks.mjs';

/**
 * What is made from other files and put in the place of a page's `<!-- made -->`, by the page's name.
 * @type {Readonly<Record<string, (root: string) => Promise<string>>>}
 */
export const made = { index: cards, api: apiReference, performance: benchTables, frameworks: frameworkSamples };
