import type { Rule } from '../policy.js';

/** Blocks every scheme but `https:`; `http:` passes only where the page itself came over `http:`. */
export const secureScheme: Rule = {
  name: 'insecure-scheme',
  judge({ url, page }) {
    if (url.protocol === 'https:') return undefined;
    return url.protocol === 'http:' && page.protocol === 'http:' ? undefined : 'block';
  }
};
