import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMark } from '../../../.ci/stamp.mjs';

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

/** Whether an additional line in a file changes the build mark. */
function changesMark(file: string): boolean {
  const initialMark = buildMark(root);
  appendFileSync(join(root, file), '\n// one more line');
  return buildMark(root) !== initialMark;
}

describe('buildMark()', () => {
  it.each(inputs)('changes when %s changes', (file) => expect(changesMark(file)).toBe(true));
  it('stays the same when a document changes', () => expect(changesMark('README.md')).toBe(false));
});
