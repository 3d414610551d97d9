import { defineConfig } from '@playwright/test';

/** What takes too long for every run, and has a command of its own. */
export const long = ['**/embed/csp.spec.ts'];

/** What asks the same question of very many things: `npm test` is to stay under 25 minutes, so these come behind it. */
export const wide = ['**/looks/axe.spec.ts', '**/faults/quick.spec.ts', '**/demo/pages.spec.ts', '**/docs/samples.spec.ts'];

/** Whole pages, in a real Chromium; `test/support/rig.ts` starts the browser and the servers. */
export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  testIgnore: [...long, ...wide, 'consumers/**'],
  timeout: 60_000,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // A machine that is busy with other work may starve a video; a test that needed a second try is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  outputDir: 'test-results'
});
