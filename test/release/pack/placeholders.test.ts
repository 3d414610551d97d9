import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { placeholdersIn } from '../../../build/release/placeholders.mjs';

it('each address that does not exist is named once, with its file', () => {
  const text = 'Write to security@jet-player.invalid, or to <security@jet-player.invalid>. See https://jet-player.invalid/security.';
  expect(placeholdersIn({ 'SECURITY.md': text })).toEqual([
    expect.stringMatching(/^SECURITY\.md contains security@jet-player\.invalid, /) as string,
    expect.stringMatching(/^SECURITY\.md contains https:\/\/jet-player\.invalid, /) as string
  ]);
});

it('addresses that may exist are accepted', () => {
  expect(placeholdersIn({ 'SECURITY.md': 'security@example.org; an invalid value; "kind.invalidated"' })).toEqual([]);
});

/** The files with addresses, as they are before a release. */
const files = { 'SECURITY.md': 'security@player.example', 'build/release/advisories.json': '{}', 'package.json': '{}' };

/** Runs `npm run release:check` in a folder with these files. */
function check(texts: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'jet-player-check-'));
  mkdirSync(join(folder, 'build/release'), { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  return spawnSync(process.execPath, [resolve('build/release/check.mjs')], { cwd: folder, encoding: 'utf8' });
}

it.each(Object.keys(files))('the release check refuses a placeholder in %s, and accepts the files without one', (name) => {
  expect(check(files)).toMatchObject({ status: 0, stderr: '' });
  const { status, stderr } = check({ ...files, [name]: 'https://jet-player.invalid/jet-player.git' });
  expect({ status, lines: stderr.trim().split('\n').length }).toEqual({ status: 1, lines: 1 });
  expect(stderr).toContain(`${name} contains https://jet-player.invalid`);
});
