import type { Rule } from '../policy.js';

/** Blocks `https://name:secret@host`: it identifies the viewer to the host, and can disguise the host. */
export const noCredentials: Rule = {
  name: 'credentials-in-url',
  judge: ({ url }) => (url.username || url.password ? 'block' : undefined)
};
