import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFingerprint } from '../../../.ci/stamp.mjs';

const inputs = [
  'src/index.ts',
  'rollup.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  ...readdirSync('build')
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => `build/${name}`)
];
let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'jet-player-mark-'));
  for (const file of [...inputs, 'README.md']) cpSync(file, join(root, file));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Whether an additional line in a file changes the fingerprint of the build. */
function changesFingerprint(file: string): boolean {
  const initialFingerprint = buildFingerprint(root);
  appendFileSync(join(root, file), '\n// one more line');
  return buildFingerprint(root) !== initialFingerprint;
}

describe('buildFingerprint()', () => {
  it.each(inputs)('changes when %s changes', (file) => expect(changesFingerprint(file)).toBe(true));
  it('stays the same when a document changes', () => expect(changesFingerprint('README.md')).toBe(false));
});
