import { defineConfig } from '@playwright/test';

/** The whole fault matrix: `npm run test:faults`; `FAULTS_BARE=1` puts the bare engines beside the player. */
export default defineConfig({
  testDir: 'test/faults',
  testMatch: ['matrix.ts', 'choices.ts', 'wake.ts', 'hole.spec.ts', 'bounds.ts'],
  // A page mostly waits for a fault to pass.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['./test/faults/reporter.ts']],
  outputDir: 'test-results/faults'
});
