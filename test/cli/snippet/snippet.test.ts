import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runCli } from '../audited.js';

const dist = new URL('../../../dist/', import.meta.url);
const slowTest = { timeout: 60_000 };

/** Returns the markup that the command prints. */
async function snippetFor(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli('snippet', ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** Returns the files of the player that some markup loads, with their hashes. */
const filesOf = (markup: string) =>
  [...markup.matchAll(/(?:src|href)="\/jet-player\/([^"]+)"(?: integrity="([^"]+)")?/g)].map(([, file = '', hash]) => ({ file, hash }));

describe('jet-player snippet', () => {
  it.each([
    ['hls', '/media/master.m3u8?token=a.mpd', ['playback', 'prefetch', 'engine', 'hls']],
    ['dash', 'https://media.example.eu/manifest.MPD', ['playback', 'prefetch', 'engine', 'dash']],
    ['a file', '/media/video.mp4?x=1.mpd', ['playback', 'prefetch', 'engine', 'mediabunny']]
  ])('preloads the existing chunks that play %s, after the entry', slowTest, async (_, src, chunks) => {
    const files = filesOf(await snippetFor('--src', src)).map(({ file }) => file);
    expect(files.map((file) => file.replace(/-[\w-]{8}\.js$/, ''))).toEqual(['jet-player.js', ...chunks.map((name) => `chunks/${name}`)]);
    expect(files.filter((file) => !existsSync(new URL(file, dist)))).toEqual([]);
  });

  it('loads one script for the kind of source with --one-script', slowTest, async () => {
    const markup = await snippetFor('--src', '/media/manifest.mpd', '--one-script', '--folder', '/jet-player');
    expect(markup).toContain('<script src="/jet-player/jet-player.dash.bundle.js" defer></script>');
    expect(filesOf(markup)).toHaveLength(1);
    const withHash = await snippetFor('--src', '/media/manifest.mpd', '--one-script', '--integrity', '--folder', 'https://cdn.example.eu/');
    expect(withHash, 'without CORS, no hash can be checked').toMatch(/integrity="sha384-[\w+/=]+" crossorigin="anonymous" defer/);
  });

  it('writes the hash of each file with --integrity', slowTest, async () => {
    const files = filesOf(await snippetFor('--src', '/media/master.m3u8', '--integrity'));
    expect(files.length).toBeGreaterThan(4);
    for (const { file, hash } of files)
      expect(hash).toBe(
        `sha384-${createHash('sha384')
          .update(readFileSync(new URL(file, dist)))
          .digest('base64')}`
      );
  });

  it.each([
    ['/live', 'hls', 'application/vnd.apple.mpegurl'],
    ['/live', 'DASH', 'application/dash+xml'],
    ['/download/42', 'video/webm', 'video/webm']
  ])('declares the type of a source whose URL does not show it: %s with %s', slowTest, async (src, type, mimeType) => {
    expect(await snippetFor('--src', src, '--type', type)).toContain(`<jet-player src="${src}" type="${mimeType}">`);
  });

  it('declares no type that the URL shows', slowTest, async () => {
    expect(await snippetFor('--src', '/live.m3u8', '--type', 'hls', '--poster', '/a.jpg')).toContain(
      '<jet-player src="/live.m3u8" poster="/a.jpg"></jet-player>'
    );
  });

  it('escapes what it is given', slowTest, async () => {
    const markup = await snippetFor('--src', '/a.mpd?a=1&b=2', '--title', '"><img src=x>', '--folder', '/"x/');
    expect(markup).toContain('src="/a.mpd?a=1&amp;b=2"');
    expect(markup).toContain('title-text="&quot;&gt;&lt;img src=x&gt;"');
    expect(markup).not.toContain('<img');
    expect(markup).toContain('href="/&quot;x/chunks/');
  });

  it.each([
    ['no source', [], '--src is missing'],
    ['an empty source', ['--src', ' ', '--type', 'hls'], '--src is missing or empty'],
    ['a source that is no URL', ['--src', 'http://[', '--type', 'hls'], '--src is not a URL'],
    ['a source that only one document has', ['--src', 'blob:https://a.test/1', '--type', 'hls'], 'http(s)'],
    ['a source without an extension', ['--src', '/live'], '--type'],
    ['a source with an unknown extension', ['--src', '/live.php'], '--type'],
    ['an unknown type', ['--src', '/live', '--type', 'constructor'], '--type must be'],
    ['a type that does not match the URL', ['--src', '/a.m3u8', '--type', 'video/mp4'], 'does not match'],
    ['a folder with a query', ['--src', '/a.mpd', '--folder', 'https://cdn.test/p?v=1'], '--folder'],
    ['an empty folder', ['--src', '/a.mpd', '--folder', ''], '--folder'],
    ['a word too many', ['--src', '/a.mpd', 'b'], '"b"']
  ])('exits with 2 and one line when it is given %s', slowTest, async (_, args, reason) => {
    const { code, stdout, stderr } = await runCli('snippet', ...args);
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
    expect(stderr).toContain(reason);
  });

  it('exits with 2 when the release is incomplete', slowTest, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jet-player-release-'));
    await mkdir(join(folder, 'cli'));
    await copyFile(new URL('cli/main.js', dist), join(folder, 'cli/main.mjs'));
    await writeFile(join(folder, 'integrity.json'), JSON.stringify({ version: '1.0.0', files: { 'other.js': 'sha384-a' } }));
    const run = promisify(execFile);
    const fails = (...args: readonly string[]) =>
      run(process.execPath, [join(folder, 'cli/main.mjs'), 'snippet', '--src', '/a.mpd', ...args]);
    await expect(fails()).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('preloads.json') as string });
    await expect(fails('--integrity')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no hash of jet-player.js') as string
    });
    expect((await fails('--one-script')).stdout, 'canary').toContain('jet-player.dash.bundle.js');
  });
});
