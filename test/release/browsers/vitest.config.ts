import { defineConfig } from 'vitest/config';

/** The part of `npm run test:browsers` that drives whole pages; `JET_BROWSER` names the browser. */
export default defineConfig({
  test: {
    include: ['test/release/browsers/*.check.ts'],
    environment: 'node',
    fileParallelism: false,
    // Longer than a driver waits for a browser that hangs, or takes to start another one, so that the driver reports the reason.
    testTimeout: 180_000,
    hookTimeout: 150_000,
    reporters: ['verbose', './test/support/times/vitest.ts']
  }
});
