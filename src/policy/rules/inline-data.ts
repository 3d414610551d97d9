import type { Rule } from '../policy.js';

/** Allows `data:` and `blob:`: their bytes are already in the page, so no host is contacted. */
export const inlineData: Rule = {
  name: 'inline-data',
  judge: ({ url }) => (url.protocol === 'data:' || url.protocol === 'blob:' ? 'allow' : undefined)
};
