import type { Rule } from '../policy.js';

/** Blocks `https://name:secret@host`: it identifies the viewer to the host, and disguises which host it is. */
export const noCredentials: Rule = {
  name: 'credentials-in-url',
  judge: ({ url }) => (url.username || url.password ? 'block' : undefined)
};
