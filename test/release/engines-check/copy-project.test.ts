import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject } from '../../../build/engines-check/copy-project.mjs';

const folder = mkdtempSync(join(tmpdir(), 'copy-'));
const [root, copy] = [join(folder, 'root'), join(folder, 'copy')];
afterAll(() => rmSync(folder, { recursive: true }));

const files = {
  '.gitignore': 'dist/\nnode_modules/\n',
  'src/player.ts': 'committed',
  'dist/player.js': 'built',
  'node_modules/hls.js/package.json': 'present',
  'node_modules/tool/main.js': 'tool',
  'node_modules/.package-lock.json': 'npm writes into it',
  'node_modules/.cache/a.js': 'cache'
};

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const filesIn = (place: string) =>
  (readdirSync(place, { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[])
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1))
    .sort();

beforeAll(() => {
  for (const [file, text] of Object.entries(files)) write(file, text);
  execFileSync('git', ['init', '-q', root]);
  execFileSync('git', ['-C', root, 'add', '.']);
  write('src/player.ts', 'changed');
  write('src/new.ts', 'new');
  mkdirSync(join(root, 'node_modules/.bin'));
  symlinkSync('../tool/main.js', join(root, 'node_modules/.bin/tool'));
  copyProject(root, copy);
});

it('copies changed and new files and the packages, but no built file, cache or file that npm writes into', () => {
  expect(filesIn(copy)).toEqual(
    [
      '.gitignore',
      'node_modules/.bin/tool',
      'node_modules/hls.js/package.json',
      'node_modules/tool/main.js',
      'src/new.ts',
      'src/player.ts'
    ].sort()
  );
  expect(readFileSync(join(copy, 'src/player.ts'), 'utf8')).toBe('changed');
  expect(readFileSync(join(copy, 'node_modules/.bin/tool'), 'utf8')).toBe('tool');
});

it('leaves the project as it was when a package is replaced and a source is written in the copy', () => {
  rmSync(join(copy, 'node_modules/hls.js'), { recursive: true });
  mkdirSync(join(copy, 'node_modules/hls.js'));
  writeFileSync(join(copy, 'node_modules/hls.js/package.json'), 'another version');
  writeFileSync(join(copy, 'src/player.ts'), 'written in the copy');
  expect(readFileSync(join(root, 'node_modules/hls.js/package.json'), 'utf8')).toBe('present');
  expect(readFileSync(join(root, 'src/player.ts'), 'utf8')).toBe('changed');
});
