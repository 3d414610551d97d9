import { apiReference } from './api.mjs';
import { pageCards } from './cards.mjs';
import { frameworkSamples } from './frameworks.mjs';
import { benchmarkResults } from './speed.mjs';
import { fileSizes } from './file-sizes.mjs';

/**
 * The functions that generate content from other files, by the name of the page. The content replaces `<!-- generated -->` in the page.
 * @type {Readonly<Record<string, (root: string) => Promise<string>>>}
 */
export const generatedContent = {
  index: pageCards,
  api: apiReference,
  performance: async (root) => (await fileSizes(root)) + (await benchmarkResults(root)),
  frameworks: frameworkSamples
};
