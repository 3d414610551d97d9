import { readFileSync } from 'node:fs';
import esbuild from 'rollup-plugin-esbuild';
import { integrity } from './rollup.integrity.mjs';

/** The schema of the audit's JSON lies beside the program that writes it. */
const schema = {
  name: 'report-schema',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'report.schema.json', source: readFileSync('src/cli/audit/report.schema.json', 'utf8') });
  }
};

/** `dist/cli/main.js`, the command line: one file for Node. To be the last build, for its plugin hashes what all of them wrote. */
export const cliBuild = {
  input: 'src/cli/main.ts',
  external: /^node:/,
  output: { file: 'dist/cli/main.js', format: 'es', inlineDynamicImports: true, sourcemap: false, banner: '#!/usr/bin/env node' },
  plugins: [esbuild({ target: 'node20', tsconfig: 'tsconfig.json' }), schema, integrity()]
};
