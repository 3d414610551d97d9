import type { Rule } from '../policy.js';

/** Blocks every scheme except `https:`; `http:` is allowed only if the page itself was loaded over `http:`. */
export const secureScheme: Rule = {
  name: 'insecure-scheme',
  judge({ url, page }) {
    if (url.protocol === 'https:') return undefined;
    return url.protocol === 'http:' && page.protocol === 'http:' ? undefined : 'block';
  }
};
