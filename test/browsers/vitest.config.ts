import { defineConfig } from 'vitest/config';

/** The part of `npm run test:browsers` that drives whole pages; `JET_BROWSER` says where. */
export default defineConfig({
  test: { include: ['test/browsers/*.check.ts'], environment: 'node', fileParallelism: false, hookTimeout: 60_000, reporters: ['verbose'] }
});
