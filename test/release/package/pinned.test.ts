import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Versions = Readonly<Record<string, string>>;

const filesNamed = (name: string): readonly string[] =>
  execFileSync('git', ['ls-files', name, `*/${name}`], { encoding: 'utf8' })
    .trim()
    .split('\n');
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;

/** Returns the packages of a `package.json` whose version is a range. */
function ranges({ dependencies = {}, devDependencies = {} }: { dependencies?: Versions; devDependencies?: Versions }): readonly string[] {
  const all = Object.entries({ ...dependencies, ...devDependencies });
  return all.filter(([, version]) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)).map(([name]) => name);
}

/** Returns the packages of a lock file that are not locked by a SHA-512 hash; links to a folder of the repository have none. */
function unlocked({ packages }: { packages: Readonly<Record<string, { link?: boolean; integrity?: string; resolved?: string }>> }) {
  return Object.entries(packages)
    .filter(
      ([path, { link, integrity, resolved = '' }]) => path && !link && !resolved.startsWith('file:') && !/^sha512-/.test(integrity ?? '')
    )
    .map(([path]) => path);
}

describe('the tools and packages', () => {
  it.each(filesNamed('package.json'))('have an exact version in %s', (file) => {
    expect(ranges(readJson(file) as Parameters<typeof ranges>[0])).toEqual([]);
  });

  it.each(filesNamed('package-lock.json'))('have a SHA-512 hash in %s', (file) => {
    expect(unlocked(readJson(file) as Parameters<typeof unlocked>[0])).toEqual([]);
  });

  it('canary: a range, a tag and a missing hash are noticed', () => {
    expect(ranges({ dependencies: { a: '^1.0.0', b: '1.0.0', c: 'npm:d@1.0.0' }, devDependencies: { e: 'latest', f: '1.x' } })).toEqual([
      'a',
      'e',
      'f'
    ]);
    expect(unlocked({ packages: { '': {}, a: { integrity: 'sha1-x' }, b: {}, c: { integrity: 'sha512-x' }, d: { link: true } } })).toEqual([
      'a',
      'b'
    ]);
  });
});
