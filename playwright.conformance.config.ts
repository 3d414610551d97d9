import base, { long } from './playwright.config.js';

/** `npm run conformance`: any test that the conformance table names, wherever it stands. */
export default { ...base, testIgnore: long };
