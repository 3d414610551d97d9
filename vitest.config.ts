import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.browser.test.ts', '**/node_modules/**'],
    environment: 'node',
    // The second reporter writes times for `npm test -- --slowest=30`.
    reporters: ['default', './test/support/times/vitest.ts']
  }
});
