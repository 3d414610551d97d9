import { describe, expect, it } from 'vitest';
import { withStartAfter } from '../../../../src/media/engines/hls/start-position.js';

const playlist = (...lines: readonly string[]) => ['#EXTM3U', '#EXT-X-TARGETDURATION:4', ...lines].join('\n');
const gap = (name: string) => `#EXT-X-GAP\n#EXTINF:4,\n${name}.ts`;
const segment = (name: string) => `#EXTINF:4,\n${name}.ts`;

describe('withStartAfter()', () => {
  it('adds a start position just after the gaps at the start of a playlist', () => {
    expect(withStartAfter(0, playlist(gap('a'), gap('b'), segment('c'), '#EXT-X-ENDLIST'))).toContain('#EXT-X-START:TIME-OFFSET=8.100,');
  });

  it('adds the given start position, or the one after the gaps if that is later', () => {
    const text = playlist(gap('a'), segment('b'), segment('c'), '#EXT-X-ENDLIST');
    expect(withStartAfter(7, text)).toContain('#EXT-X-START:TIME-OFFSET=7.000,');
    expect(withStartAfter(2, text)).toContain('#EXT-X-START:TIME-OFFSET=4.100,');
    expect(withStartAfter(7, playlist(segment('a')))).not.toContain('#EXT-X-START');
  });

  it('returns all other playlists unchanged', () => {
    for (const text of [
      playlist(segment('a'), gap('b'), segment('c'), '#EXT-X-ENDLIST'),
      playlist(gap('a'), segment('b')),
      playlist('#EXT-X-START:TIME-OFFSET=1', gap('a'), segment('b'), '#EXT-X-ENDLIST')
    ])
      expect(withStartAfter(0, text)).toBe(text);
  });
});
