import { describe, expect, it } from 'vitest';
import { playlistsIn } from '../../src/cli/lint/playlists.js';

const at = new URL('https://media.test/film/master.m3u8');
const found = (...lines: string[]) =>
  playlistsIn(['#EXTM3U', ...lines].join('\r\n'), at).map(({ href }) => href.replace('https://media.test/', '/'));

describe('the playlists that a playlist names', () => {
  it.each<[string, string[], string[]]>([
    ['a variant', ['#EXT-X-STREAM-INF:BANDWIDTH=1', 'low.m3u8'], ['/film/low.m3u8']],
    ['a variant after a comment', ['#EXT-X-STREAM-INF:BANDWIDTH=1', '# low', '', 'low.m3u8'], ['/film/low.m3u8']],
    ['a rendition', ['#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",URI="/a.m3u8"'], ['/a.m3u8']],
    ['a rendition without an address', ['#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="a",INSTREAM-ID="CC1"'], []],
    [
      'I-frames and images',
      ['#EXT-X-I-FRAME-STREAM-INF:URI="i.m3u8"', '#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=1,URI="p.m3u8"'],
      ['/film/i.m3u8', '/film/p.m3u8']
    ],
    ['one twice', ['#EXT-X-STREAM-INF:BANDWIDTH=1', 'a.m3u8', '#EXT-X-STREAM-INF:BANDWIDTH=2', 'a.m3u8'], ['/film/a.m3u8']],
    ['segments', ['#EXTINF:4,', '1.ts', '#EXTINF:4,', '2.ts'], []]
  ])('%s', (_, lines, expected) => expect(found(...lines)).toEqual(expected));
});
