import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { integrity } from '../../build/integrity.mjs';
import { sriOf, type Integrity } from '../../src/cli/release/integrity.js';

describe('integrity.json', () => {
  it('contains the hash of every published file, in sorted order, except its own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jet-player-dist-'));
    await mkdir(join(folder, 'chunks'));
    const publishedFiles = { 'chunks/b.js': 'b', 'a.js': 'a', 'chunks/a.css': 'c' };
    for (const [path, text] of Object.entries({ ...publishedFiles, '.stamp': 'x', 'integrity.json': 'old' }))
      await writeFile(join(folder, path), text);
    integrity(folder).closeBundle();
    const firstText = await readFile(join(folder, 'integrity.json'), 'utf8');
    integrity(folder).closeBundle();
    expect(await readFile(join(folder, 'integrity.json'), 'utf8')).toBe(firstText);
    const { files } = JSON.parse(firstText) as Integrity;
    expect(Object.entries(files)).toEqual([
      ['a.js', sriOf(Buffer.from('a'))],
      ['chunks/a.css', sriOf(Buffer.from('c'))],
      ['chunks/b.js', sriOf(Buffer.from('b'))]
    ]);
    // The format of `<script integrity>`.
    expect(files['a.js']).toMatch(/^sha384-[\w+/]{64}$/);
  });
});
