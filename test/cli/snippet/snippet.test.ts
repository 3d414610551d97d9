import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceTypeOf } from '../../../src/cli/snippet/player-snippet.js';
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
    ['file', '/media/video.mp4', ['playback', 'prefetch', 'engine', 'mediabunny']]
  ])('preloads the existing chunks that play %s, after the entry', slowTest, async (_, src, chunks) => {
    const files = filesOf(await snippetFor('--src', src)).map(({ file }) => file);
    expect(files.map((file) => file.replace(/-[\w-]{8}\.js$/, ''))).toEqual(['jet-player.js', ...chunks.map((name) => `chunks/${name}`)]);
    expect(files.filter((file) => !existsSync(new URL(file, dist)))).toEqual([]);
  });

  it('loads one script for the kind of source with --one-script', slowTest, async () => {
    const markup = await snippetFor('--src', '/media/manifest.mpd', '--one-script', '--folder', '/jet-player');
    expect(markup).toContain('<script src="/jet-player/jet-player.dash.bundle.js" defer></script>');
    expect(filesOf(markup)).toHaveLength(1);
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

  it('names the type of a source only when its URL does not show it', slowTest, async () => {
    expect(await snippetFor('--src', '/live', '--type', 'hls')).toContain('type="application/vnd.apple.mpegurl"');
    expect(await snippetFor('--src', '/live.m3u8', '--type', 'hls')).not.toContain('mpegurl"');
  });

  it('escapes what it is given', slowTest, async () => {
    const markup = await snippetFor('--src', '/a.mpd?a=1&b=2', '--title', '"><img src=x>', '--folder', '/"x/');
    expect(markup).toContain('src="/a.mpd?a=1&amp;b=2"');
    expect(markup).toContain('title-text="&quot;&gt;&lt;img src=x&gt;"');
    expect(markup).not.toContain('<img');
    expect(markup).toContain('href="/&quot;x/chunks/');
  });

  it.each([
    ['no source', []],
    ['a source of an unknown kind', ['--src', '/live']],
    ['an unknown type', ['--src', '/live', '--type', 'rtmp']],
    ['a word too many', ['--src', '/a.mpd', 'b']]
  ])('exits with 2 and one line when it is given %s', slowTest, async (_, args) => {
    const { code, stdout, stderr } = await runCli('snippet', ...args);
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
  });
});

describe('sourceTypeOf()', () => {
  it.each([
    ['/a.m3u8', 'hls'],
    ['a.mpd#t=10', 'dash'],
    ['/a.mp4?x=1.mpd', 'file'],
    ['/a.b/live', undefined]
  ])('%s: %s', (src, type) => expect(sourceTypeOf(src)).toBe(type));
});
