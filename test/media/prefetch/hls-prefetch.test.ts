import { describe, expect, it } from 'vitest';
import { prefetchInitialRendition } from '../../../src/media/prefetch/hls-prefetch.js';
import type { PrefetchContext } from '../../../src/media/prefetch/prefetch-context.js';

const segment = (name: string, gap?: 'before' | 'after') =>
  [...(gap === 'before' ? ['#EXT-X-GAP'] : []), '#EXTINF:4,', ...(gap === 'after' ? ['#EXT-X-GAP'] : []), `${name}.ts`].join('\n');

/** Returns the names of the files that are prefetched from a media playlist. */
function prefetchedFiles(startTime: number, ...segments: readonly string[]): string[] {
  const files: string[] = [];
  const fetchSegment = ({ pathname }: URL) => void files.push(pathname.slice(1));
  const text = ['#EXTM3U', '#EXT-X-TARGETDURATION:4', ...segments, '#EXT-X-ENDLIST'].join('\n');
  prefetchInitialRendition(text, new URL('https://page.example/'), { startTime, fetchSegment } as unknown as PrefetchContext);
  return files;
}

describe('prefetchInitialRendition() with a media playlist', () => {
  it('prefetches the segment at the start time', () => {
    expect(prefetchedFiles(0, segment('a'), segment('b'))).toEqual(['a.ts']);
    expect(prefetchedFiles(5, segment('a'), segment('b'))).toEqual(['b.ts']);
  });

  it('prefetches the first segment after a gap, and none that is marked as a gap', () => {
    for (const gap of ['before', 'after'] as const) {
      expect(prefetchedFiles(0, segment('a', gap), segment('b', gap), segment('c'), segment('d'))).toEqual(['c.ts']);
      expect(prefetchedFiles(5, segment('a'), segment('b', gap), segment('c'))).toEqual(['c.ts']);
      expect(prefetchedFiles(0, segment('a', gap))).toEqual([]);
    }
  });

  it('prefetches nothing when the playlist has variables', () => {
    expect(prefetchedFiles(0, '#EXT-X-DEFINE:NAME="a",VALUE="b"', segment('{$a}'))).toEqual([]);
  });

  it('prefetches nothing when the playlist is very long', () => {
    const segments = (count: number) => Array.from({ length: count }, () => segment('a'.repeat(80)));
    expect(prefetchedFiles(0, ...segments(20_000))).toHaveLength(1);
    expect(prefetchedFiles(0, ...segments(30_000))).toEqual([]);
  });
});
