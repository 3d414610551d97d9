import type { Rule } from '../policy.js';

/** Allows the page's own origin: it already served the page to the viewer. An opaque origin ("null") allows nothing. */
export const pageOrigin: Rule = {
  name: 'page-origin',
  judge: ({ url, page }) => (page.origin !== 'null' && url.origin === page.origin ? 'allow' : undefined)
};
