import base from '../../playwright.config.js';

/** `npm run test:consumers`: projects that install the packed package; each takes a minute or so to install and build. */
export default { ...base, testDir: '.', testMatch: 'consumers.spec.ts', testIgnore: [], outputDir: '../../test-results/consumers' };
