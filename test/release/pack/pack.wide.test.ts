import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../cli/audited.js';

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

  it('writes the package, the ZIP files, the hashes, the bill of materials, the advisories, VEX, provenance and markup', () => {
    expect(Object.keys(hashesIn(folder))).toEqual([
      'SHA256SUMS',
      'integrity.json',
      'jet-2026-001.json',
      'jet-player-0.1.0-self-hosted.zip',
      'jet-player-0.1.0.tgz',
      'jet-player-wordpress-0.1.0.zip',
      'jet-vex-0_1_0.json',
      'provenance.intoto.json',
      'sbom.cdx.json',
      'snippets.html'
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

  it('writes markup with the hashes of the scripts in the ZIP file, for each kind of source with modules and with one script', () => {
    const files = unzipSync(readFileSync(join(folder, 'jet-player-0.1.0-self-hosted.zip')));
    const markup = readFileSync(join(folder, 'snippets.html'), 'utf8');
    const scripts = [...markup.matchAll(/(?:src|href)="\/([^"]+)" integrity="([^"]+)"/g)];
    for (const [, path = '', hash] of scripts)
      expect(`sha384-${createHash('sha384').update(files[path]!).digest('base64')}`, path).toBe(hash);
    expect(scripts.length).toBe(markup.match(/<(?:script|link) /g)?.length);
    expect(markup.match(/<jet-player /g)).toHaveLength(6);
  });

  it('writes a release that npx jet-player verify accepts, and not after a change', async () => {
    expect(await runCli('verify', folder)).toMatchObject({ code: 0, stderr: '' });
    const copy = mkdtempSync(join(tmpdir(), 'jet-player-release-'));
    folders.push(copy);
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, 'snippets.html'), '<script src="https://evil.test/jet-player.js"></script>');
    expect(await runCli('verify', copy), 'canary').toMatchObject({ code: 1 });
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
