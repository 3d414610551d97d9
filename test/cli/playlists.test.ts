import { describe, expect, it } from 'vitest';
import { playlistsIn } from '../../src/cli/lint/playlists.js';

const playlistUrl = new URL('https://media.test/film/master.m3u8');
const pathsIn = (...lines: string[]) =>
  playlistsIn(['#EXTM3U', ...lines].join('\r\n'), playlistUrl).map(({ href }) => href.replace('https://media.test/', '/'));

describe('playlistsIn()', () => {
  it.each<[string, string[], string[]]>([
    ['the URL of a variant', ['#EXT-X-STREAM-INF:BANDWIDTH=1', 'low.m3u8'], ['/film/low.m3u8']],
    ['the URL of a variant after a comment', ['#EXT-X-STREAM-INF:BANDWIDTH=1', '# low', '', 'low.m3u8'], ['/film/low.m3u8']],
    ['the URL of a rendition', ['#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",URI="/a.m3u8"'], ['/a.m3u8']],
    ['nothing for a rendition without a URL', ['#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="a",INSTREAM-ID="CC1"'], []],
    [
      'the URLs of I-frame and image playlists',
      ['#EXT-X-I-FRAME-STREAM-INF:URI="i.m3u8"', '#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=1,URI="p.m3u8"'],
      ['/film/i.m3u8', '/film/p.m3u8']
    ],
    ['a repeated URL once', ['#EXT-X-STREAM-INF:BANDWIDTH=1', 'a.m3u8', '#EXT-X-STREAM-INF:BANDWIDTH=2', 'a.m3u8'], ['/film/a.m3u8']],
    ['nothing for segments', ['#EXTINF:4,', '1.ts', '#EXTINF:4,', '2.ts'], []]
  ])('returns %s', (_, lines, expected) => expect(pathsIn(...lines)).toEqual(expected));
});

describe('playlistsIn() with different line ends', () => {
  const playlistsWithLineEnd = (end: string) =>
    playlistsIn(['#EXTM3U', '#EXT-X-STREAM-INF:BANDWIDTH=1', 'low.m3u8'].join(end), playlistUrl);

  it.each([
    ['CR', '\r'],
    ['LF', '\n'],
    ['CR and LF', '\r\n']
  ])('ends a line of a multivariant playlist at %s', (_, end) => expect(playlistsWithLineEnd(end)).toHaveLength(1));

  it.each([
    ['U+2028', '\u2028'],
    ['U+2029', '\u2029']
  ])('does not end a line at %s, like hls.js', (_, end) => expect(playlistsWithLineEnd(end)).toHaveLength(0));
});

describe('playlistsIn() with variables', () => {
  it('replaces a variable that is imported from the playlist that lists this one', () => {
    const text = '#EXTM3U\n#EXT-X-DEFINE:IMPORT="h"\n#EXT-X-MEDIA:TYPE=AUDIO,URI="https://{$h}/a.m3u8"';
    expect(playlistsIn(text, playlistUrl, new Map([['h', 'media.test']])).map(({ href }) => href)).toEqual(['https://media.test/a.m3u8']);
  });
});
