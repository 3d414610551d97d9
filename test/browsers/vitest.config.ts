import { defineConfig } from 'vitest/config';

/** The part of `npm run test:browsers` that drives whole pages; `JET_BROWSER` says where. */
export default defineConfig({
  test: {
    include: ['test/browsers/*.check.ts'],
    environment: 'node',
    fileParallelism: false,
    // Longer than a driver waits for a browser that stands still, or takes to start another one: the reason is to be known.
    testTimeout: 180_000,
    hookTimeout: 150_000,
    reporters: ['verbose']
  }
});
