import { execFileSync } from 'node:child_process';
import { closeSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintReuse, type Project } from './reuse.js';

/** How far the header of a file is searched, as in the tool of the specification. */
const headerBytes = 4096;

/** Returns the first bytes of a file as text. */
function startOf(path: string): string {
  const bytes = Buffer.alloc(headerBytes);
  const file = openSync(path, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** Returns the files that version control has, or would add: neither ignored, empty, removed, nor a symbolic link. */
function filesOfRepository(): Record<string, string> {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  const paths = [...new Set(list.split('\0'))].filter((path) => {
    const status = path ? lstatSync(path, { throwIfNoEntry: false }) : undefined;
    return status?.isFile() && status.size > 0;
  });
  return Object.fromEntries(paths.map((path) => [path, startOf(path)]));
}

const repository: Project = { files: filesOfRepository(), reuse: readFileSync('REUSE.toml', 'utf8') };

describe('the licences of the files', () => {
  it('are stated for every file as REUSE 3.3 requires', () => {
    expect(Object.keys(repository.files).length).toBeGreaterThan(2000);
    expect(lintReuse(repository)).toEqual([]);
  });

  it('are those of Lucide for each file that has its paths', () => {
    const withPaths = Object.entries(repository.files).filter(([path, text]) => /Paths from Lucide/.test(text) && path.startsWith('src/'));
    const stated = repository.reuse.match(/path = \["(src\/ui\/icons[^\]]*)"\]/)?.[1]?.split('", "');
    expect(withPaths.map(([path]) => path)).toEqual(stated);
  });
});

// REUSE-IgnoreStart
/** A small project without a problem, with some changes. */
function project(changes: { files?: Record<string, string>; reuse?: string } = {}): Project {
  const files = { 'a/b.ts': 'code', 'REUSE.toml': 'version', 'LICENSES/MIT.txt': 'text', LICENSE: 'text', ...changes.files };
  const reuse = `version = 1
[[annotations]]
path = ["*", "a/*.ts"]
SPDX-FileCopyrightText = "2026 A"
SPDX-License-Identifier = "MIT"
${changes.reuse ?? ''}`;
  return { files, reuse };
}

const table = (path: string, license: string, further = ''): string =>
  `[[annotations]]\npath = "${path}"\nSPDX-FileCopyrightText = "2026 B"\nSPDX-License-Identifier = "${license}"\n${further}`;

describe('lintReuse()', () => {
  it('finds nothing in a project that is complete', () => {
    expect(lintReuse(project())).toEqual([]);
    expect(lintReuse(project({ files: { 'c/d.js': '// SPDX-FileCopyrightText: 2026 C\n// SPDX-License-Identifier: MIT' } }))).toEqual([]);
    expect(
      lintReuse(project({ files: { 'c/d.png': '', 'c/d.png.license': 'SPDX-FileCopyrightText: 2026 C\nSPDX-License-Identifier: MIT' } }))
    ).toEqual([]);
  });

  it.each([
    ['a file that no table covers', { files: { 'a/c/d.ts': 'code' } }, 'a/c/d.ts has no copyright notice'],
    ['a table without a licence', { reuse: '[[annotations]]\npath = "a/**"\nSPDX-FileCopyrightText = "2026 B"' }, 'a/b.ts has no licence'],
    ['a header without a copyright notice', { files: { 'c.d/e': 'SPDX-License-Identifier: MIT' } }, 'c.d/e has no copyright notice'],
    ['a licence without its text', { reuse: table('a/b.ts', 'MIT AND ISC') }, 'LICENSES/ISC.txt is missing'],
    ['a text without a file', { files: { 'LICENSES/ISC.txt': 'text' } }, 'LICENSES has ISC, under which no file is'],
    ['an unknown licence', { reuse: table('a/b.ts', 'MIT AND Nonsense') }, '"MIT AND Nonsense" is not an SPDX expression'],
    ['a path of no file', { reuse: table('a/none.ts', 'MIT') }, 'REUSE.toml names a/none.ts, which does not exist'],
    ['an unknown precedence', { reuse: table('a/*', 'MIT', 'precedence = "first"') }, '"first" is not a precedence']
  ])('reports %s', (_, changes, problem) => expect(lintReuse(project(changes))).toEqual([problem]));

  it('reports licences that contradict each other, but not where one replaces another', () => {
    const files = { 'a/b.ts': '// SPDX-License-Identifier: ISC', 'LICENSES/ISC.txt': 'text' };
    const contradiction = ['a/b.ts has contradictory licences: ISC; MIT'];
    expect(lintReuse(project({ files, reuse: table('a/b.ts', 'MIT', 'precedence = "aggregate"') }))).toEqual(contradiction);
    expect(lintReuse(project({ files: { ...files, 'a/b.ts': `${files['a/b.ts']}\n// SPDX-License-Identifier: MIT` } }))).toEqual(
      contradiction
    );
    expect(lintReuse(project({ files }))).toEqual([]);
    const overridden = lintReuse(project({ files, reuse: table('a/b.ts', 'MIT', 'precedence = "override"') }));
    expect(overridden).toEqual(['LICENSES has ISC, under which no file is']);
  });

  it('uses the last table that matches, and reads `*` within a folder and `**` across folders', () => {
    const files = { 'a/c/d.ts': 'code', 'LICENSES/ISC.txt': 'text' };
    expect(lintReuse(project({ files, reuse: table('a/**', 'ISC') }))).toEqual([]);
    expect(lintReuse(project({ files, reuse: `${table('a/**', 'ISC')}${table('**', 'MIT')}` }))).toEqual([
      'LICENSES has ISC, under which no file is'
    ]);
    expect(lintReuse(project({ files: { 'x*y/z': 'code' }, reuse: table('x\\\\*y/z', 'MIT') }))).toEqual([]);
    expect(lintReuse(project({ files: { 'x1y/z': 'code' }, reuse: table('x\\\\*y/*', 'MIT') }))).toEqual(['x1y/z has no copyright notice']);
  });

  it('ignores what stands between REUSE-IgnoreStart and REUSE-IgnoreEnd', () => {
    const text = '// REUSE-IgnoreStart\n// SPDX-License-Identifier: GPL-3.0-only\n// REUSE-IgnoreEnd';
    expect(lintReuse(project({ files: { 'a/b.ts': text } }))).toEqual([]);
    expect(lintReuse(project({ files: { 'a/b.ts': text.replaceAll('REUSE', '') } })), 'canary').not.toEqual([]);
  });

  it('refuses a REUSE.toml without a version, or one that is not TOML', () => {
    expect(() => lintReuse({ files: {}, reuse: '' })).toThrow('version');
    expect(() => lintReuse({ files: {}, reuse: 'version = ' })).toThrow();
  });
});
// REUSE-IgnoreEnd
