import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folders: string[] = [];

/** Packs the built player in another time zone than the last time, and returns the folder of the release. */
function pack(timeZone: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'jet-player-release-'));
  folders.push(folder);
  const args = ['build/release/pack.mjs', '--uncommitted', '--out', folder];
  execFileSync(process.execPath, args, { env: { ...process.env, TZ: timeZone }, stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hashesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, hashOf(readFileSync(join(folder, name)))])
  );

/** Each run compresses four megabytes of code twice. */
const packTimeoutMs = 180_000;

describe('npm run release:pack', { timeout: packTimeoutMs }, () => {
  let folder: string;
  beforeAll(() => void (folder = pack('Asia/Tokyo')), packTimeoutMs);
  /** The hashes of the files of the release, without these. */
  const hashesWithout = (names: readonly string[]) =>
    Object.fromEntries(Object.entries(hashesIn(folder)).filter(([name]) => !names.includes(name)));
  afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

  it('writes the package, the ZIP files, the hashes, the bill of materials, the advisories, VEX and provenance', () => {
    expect(Object.keys(hashesIn(folder))).toEqual([
      'SHA256SUMS',
      'integrity.json',
      'jet-2026-001.json',
      'jet-player-0.1.0-self-hosted.zip',
      'jet-player-0.1.0.tgz',
      'jet-player-wordpress-0.1.0.zip',
      'jet-vex-0_1_0.json',
      'provenance.intoto.json',
      'sbom.cdx.json'
    ]);
  });

  it('writes the same bytes in another time zone, after the files were touched', () => {
    utimesSync('dist/integrity.json', new Date(), new Date());
    expect(hashesIn(pack('America/New_York'))).toEqual(hashesIn(folder));
  });

  it('writes sums that sha256sum accepts', () => {
    const expected = hashesWithout(['SHA256SUMS']);
    const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    expect(Object.fromEntries(lines.map((line) => line.split('  ').reverse()))).toEqual(expected);
  });

  it('puts all files of integrity.json into the ZIP file, with the hashes that it contains', () => {
    const files = unzipSync(readFileSync(join(folder, 'jet-player-0.1.0-self-hosted.zip')));
    const { files: integrity } = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8')) as { files: Record<string, string> };
    for (const [path, hash] of Object.entries(integrity)) {
      const bytes = files[`jet-player-0.1.0/${path}`];
      expect(bytes && `sha384-${createHash('sha384').update(bytes).digest('base64')}`, path).toBe(hash);
    }
    expect(Object.keys(files).length).toBe(Object.keys(integrity).length + 1);
  });

  it('states in the provenance the hash of every other file, and of every included package', () => {
    const statement = JSON.parse(readFileSync(join(folder, 'provenance.intoto.json'), 'utf8')) as {
      _type: string;
      subject: { name: string; digest: { sha256: string } }[];
      predicate: { buildDefinition: { resolvedDependencies: { uri: string; digest: Record<string, string> }[] } };
    };
    const expected = hashesWithout(['SHA256SUMS', 'provenance.intoto.json']);
    expect(statement._type).toBe('https://in-toto.io/Statement/v1');
    expect(Object.fromEntries(statement.subject.map(({ name, digest }) => [name, digest.sha256]))).toEqual(expected);
    const { resolvedDependencies } = statement.predicate.buildDefinition;
    expect(resolvedDependencies.map(({ uri }) => uri)).toEqual(
      expect.arrayContaining([expect.stringContaining('pkg:npm/hls.js@') as string, expect.stringContaining('pkg:npm/dashjs@') as string])
    );
    for (const { uri, digest } of resolvedDependencies) expect(digest.sha512, uri).toMatch(/^[0-9a-f]{128}$/);
  });
});
