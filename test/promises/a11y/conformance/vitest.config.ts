import { defineConfig } from 'vitest/config';

/** `npm run conformance`: runs the tests that the table names, and writes ACCESSIBILITY.md. */
export default defineConfig({ test: { include: ['test/promises/a11y/conformance/write.check.ts'], environment: 'node' } });
