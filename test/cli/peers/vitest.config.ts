import { defineConfig } from 'vitest/config';

/** `npm run test:peers`: not part of `npm test`, because it installs eight other players. */
export default defineConfig({ test: { include: ['test/cli/peers/*.check.ts'], environment: 'node', fileParallelism: false } });
