import base from './playwright.config.js';

/** `npm run screenshots`: takes the pictures of the README and the demo; it asserts nothing. */
export default { ...base, testMatch: '**/*.shots.ts' };
