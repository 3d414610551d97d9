import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyRelease } from '../../../src/cli/release/verify-release.js';
import { runCli } from '../audited.js';
import { setIn, smallRelease, version, writeFiles, type Files } from './small-release.js';
import { add, flip, inZip, plugin, remove, tampered, text, vex, zip } from './tampered.js';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function write(files: Files): Promise<string> {
  const folder = await writeFiles(files);
  folders.push(folder);
  return folder;
}

/** Verifies a release, and returns the exit code and the lines about differences, without the last line. */
async function verify(folder: string) {
  const lines: string[] = [];
  const code = await verifyRelease(folder, { print: (line) => void lines.push(line), progress: () => undefined });
  return { code, wrong: lines.filter((line) => line.startsWith('WRONG')).map((line) => line.replace('WRONG  ', '')), lines };
}

describe('verifyRelease()', () => {
  it('finds no difference in an unchanged release, and says what was compared', async () => {
    const folder = await write(await smallRelease());
    const { code, wrong, lines } = await verify(folder);
    expect({ code, wrong }).toEqual({ code: 0, wrong: [] });
    expect(lines).toContain(`ok     ${zip}: its sum, the provenance, 5 files of the player`);
    expect(lines.at(-1)).toBe(`${folder} is jet-player ${version}: its 9 files match each other.`);
  });

  it('accepts a release without the plugin, and one with a signature, which it does not check', async () => {
    expect(await verify(await write(await smallRelease({ stated: remove(plugin) })))).toMatchObject({ code: 0, wrong: [] });
    const signed = await verify(await write(await smallRelease({ written: add('provenance.sigstore.json') })));
    expect(signed).toMatchObject({ code: 0, wrong: [] });
    expect(signed.lines.join('\n')).toContain('provenance.sigstore.json: not checked here');
  });

  it.each(tampered)('finds %s', async (_, changes, differences) => {
    const { code, wrong } = await verify(await write(await smallRelease(changes)));
    expect(code).toBe(1);
    for (const difference of differences) expect(wrong.join('\n')).toContain(difference);
  });

  it.each([
    ['a file in the ZIP file', { zip: flip(`${inZip}jet-player.js`) }],
    ['the sums, but not the provenance', { summed: (files: Files) => setIn(files, vex, ['document', 'title'], 'x') }],
    [
      'the hash of a package in the bill',
      { player: (files: Files) => setIn(files, 'sbom.cdx.json', ['components', '0', 'hashes', '0', 'content'], 'x') }
    ]
  ])('reports nothing else when one thing differs: %s', async (_, changes) => {
    expect((await verify(await write(await smallRelease(changes)))).wrong).toHaveLength(1);
  });

  it('finds folders and links, which a release does not have', async () => {
    const folder = await write(await smallRelease());
    await mkdir(join(folder, 'more'));
    await symlink(join(folder, 'integrity.json'), join(folder, 'link.json'));
    expect((await verify(folder)).wrong).toEqual(['link.json is additional, and not a file', 'more is additional, and not a file']);
  });

  it('prints at most five differences of a file', async () => {
    const { wrong } = await verify(
      await write(await smallRelease({ zip: (files) => [...'abcdefgh'].forEach((name) => add(inZip + name)(files)) }))
    );
    expect(wrong).toHaveLength(6);
    expect(wrong.at(-1)).toBe(`${zip}: 3 more differences`);
  });

  it.each([
    ['a folder without sums', (files: Files) => void delete files['SHA256SUMS'], 'is not a release: it has no SHA256SUMS'],
    [
      'sums without a package',
      (files: Files) => void (files['SHA256SUMS'] = text(`${'0'.repeat(64)}  a\n`)),
      'does not name one jet-player-VERSION'
    ],
    ['a line that is no sum', (files: Files) => void (files['SHA256SUMS'] = text('x')), 'has a line that is not a SHA-256 sum'],
    ['a path in the sums', (files: Files) => void (files['SHA256SUMS'] = text(`${'0'.repeat(64)}  ../x\n`)), 'has a line that is not'],
    ['a name twice', (files: Files) => void (files['SHA256SUMS'] = text(`${'0'.repeat(64)}  a\n`.repeat(2))), 'names a twice']
  ])('refuses %s', async (_, written, reason) => {
    await expect(verify(await write(await smallRelease({ written })))).rejects.toThrow(reason);
  });
});

describe('jet-player verify FOLDER', { timeout: 60_000 }, () => {
  it('exits with 0, 1 or 2, and with one line for what is no release', async () => {
    const good = await write(await smallRelease());
    expect(await runCli('verify', good)).toMatchObject({ code: 0, stderr: '' });
    expect(await runCli('verify', await write(await smallRelease({ written: flip(zip, 60) })))).toMatchObject({ code: 1, stderr: '' });
    for (const args of [[await write({})], [good, '--as', 'jet-player.js']]) {
      const { code, stdout, stderr } = await runCli('verify', ...args);
      expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
    }
  });

  it('contacts no host, and looks up no name', async () => {
    const good = await write(await smallRelease());
    const blocked = `--import=${new URL('report-network.mjs', import.meta.url).href}`;
    process.env['NODE_OPTIONS'] = blocked;
    try {
      expect(await runCli('verify', good)).toMatchObject({ code: 0, stderr: '' });
      expect((await runCli('verify', 'http://127.0.0.1:9/x')).stderr, 'canary').toContain('network: connect');
      expect((await runCli('verify', 'http://release.test/x')).stderr, 'canary').toContain('network: lookup');
    } finally {
      delete process.env['NODE_OPTIONS'];
    }
  });
});
