import base, { wide } from './playwright.config.js';

/** `npm run test:wide`: every state, page, sample and fault that `npm test` has no time for; CI runs it behind that. */
export default { ...base, testMatch: wide, testIgnore: [] };
