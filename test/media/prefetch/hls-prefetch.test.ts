import { describe, expect, it } from 'vitest';
import { chooseInitialRendition } from '../../../src/media/prefetch/hls-prefetch.js';
import type { PrefetchContext } from '../../../src/media/prefetch/prefetch-context.js';

const segment = (name: string, gap?: 'before' | 'after') =>
  [...(gap === 'before' ? ['#EXT-X-GAP'] : []), '#EXTINF:4,', ...(gap === 'after' ? ['#EXT-X-GAP'] : []), `${name}.ts`].join('\n');

/** Returns the segments that are prefetched from a media playlist. */
function prefetched(startTime: number, ...segments: readonly string[]): string[] {
  const requested: string[] = [];
  const fetchSegment = ({ pathname }: URL) => void requested.push(pathname.slice(1));
  const text = ['#EXTM3U', '#EXT-X-TARGETDURATION:4', ...segments, '#EXT-X-ENDLIST'].join('\n');
  chooseInitialRendition(text, new URL('https://page.example/'), { startTime, fetchSegment } as unknown as PrefetchContext);
  return requested;
}

describe('prefetching the first segment of a media playlist', () => {
  it('requests the segment at the start time', () => {
    expect(prefetched(0, segment('a'), segment('b'))).toEqual(['a.ts']);
    expect(prefetched(5, segment('a'), segment('b'))).toEqual(['b.ts']);
  });

  it('requests the first segment behind a gap, and never one that is marked as a gap', () => {
    for (const gap of ['before', 'after'] as const) {
      expect(prefetched(0, segment('a', gap), segment('b', gap), segment('c'), segment('d'))).toEqual(['c.ts']);
      expect(prefetched(5, segment('a'), segment('b', gap), segment('c'))).toEqual(['c.ts']);
      expect(prefetched(0, segment('a', gap))).toEqual([]);
    }
  });

  it('requests nothing when the playlist has variables', () => {
    expect(prefetched(0, '#EXT-X-DEFINE:NAME="a",VALUE="b"', segment('{$a}'))).toEqual([]);
  });
});
