import { describe, expect, it } from 'vitest';
import { withStartBehindGap } from '../../../../src/media/engines/hls/start-gap.js';

const playlist = (...lines: readonly string[]) => ['#EXTM3U', '#EXT-X-TARGETDURATION:4', ...lines].join('\n');
const gap = (name: string) => `#EXT-X-GAP\n#EXTINF:4,\n${name}.ts`;
const segment = (name: string) => `#EXTINF:4,\n${name}.ts`;

describe('withStartBehindGap()', () => {
  it('adds a start position just after the gaps at the start of a playlist', () => {
    expect(withStartBehindGap(playlist(gap('a'), gap('b'), segment('c'), '#EXT-X-ENDLIST'))).toContain('#EXT-X-START:TIME-OFFSET=8.100,');
  });

  it('returns all other playlists unchanged', () => {
    for (const text of [
      playlist(segment('a'), gap('b'), segment('c'), '#EXT-X-ENDLIST'),
      playlist(gap('a'), segment('b')),
      playlist('#EXT-X-START:TIME-OFFSET=1', gap('a'), segment('b'), '#EXT-X-ENDLIST')
    ])
      expect(withStartBehindGap(text)).toBe(text);
  });
});
