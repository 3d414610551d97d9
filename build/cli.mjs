import { readFileSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import { integrity } from './integrity.mjs';

/** Rollup plugin that copies the JSON schema of the audit next to the program that writes audits. */
const copyReportSchema = {
  name: 'report-schema',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'report.schema.json', source: readFileSync('src/cli/audit/report.schema.json', 'utf8') });
  }
};

/**
 * Builds `dist/cli/main.js`, the command line, as one file for Node. Must run last, because its plugin hashes the output of all other
 * builds.
 */
export const cliBuild = {
  input: 'src/cli/main.ts',
  external: /^node:/,
  output: { file: 'dist/cli/main.js', format: 'es', inlineDynamicImports: true, sourcemap: false, banner: '#!/usr/bin/env node' },
  plugins: [nodeResolve(), esbuild({ target: 'node20', tsconfig: 'tsconfig.json' }), copyReportSchema, integrity()]
};
