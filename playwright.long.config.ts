import base, { long } from './playwright.config.js';

/** `npm run test:csp`: the whole hostile set against the embed's policy, with the guard cut out. */
export default { ...base, testMatch: long, testIgnore: [] };
