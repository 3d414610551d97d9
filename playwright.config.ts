import { defineConfig } from '@playwright/test';

/** Whole pages, in a real Chromium; `test/support/rig.ts` starts the browser and the servers. */
export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  timeout: 60_000,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  outputDir: 'test-results'
});
