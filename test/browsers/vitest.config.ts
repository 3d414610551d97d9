import { defineConfig } from 'vitest/config';

/** What WebKit's driver says when the browser itself is gone, or stands still: no answer to what was asked, so it is asked once more. */
const fellOver = /page crash or hang|invalid session id|script timeout|does not answer/;

/** The part of `npm run test:browsers` that drives whole pages; `JET_BROWSER` says where. */
export default defineConfig({
  test: {
    include: ['test/browsers/*.check.ts'],
    environment: 'node',
    fileParallelism: false,
    hookTimeout: 60_000,
    retry: { count: 1, condition: fellOver },
    reporters: ['verbose']
  }
});
