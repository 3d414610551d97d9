import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  base,
  canaries,
  cuesOf,
  cuesOfDates,
  date,
  dated,
  expectQuadratic,
  media,
  most,
  ours,
  theirs,
  vtt,
  worst,
  type Readers
} from './hls-texts.js';
import { limit, ratioOf } from './ratio.js';

describe('hls.js with the replacements of the build', () => {
  it.each(worst)('takes linear time for %s', { timeout: 120_000 }, (_, read, make) => {
    expect(ratioOf(make, read(ours))).toBeLessThan(limit);
  });

  it.each(canaries.slice(0, most))('canary: without the replacements, takes quadratic time for %s', { timeout: 120_000 }, expectQuadratic);
});

describe('hls.js with the replacements parses the same as without', () => {
  const some = (list: readonly string[]) => fc.array(fc.constantFrom(...list), { maxLength: 14 }).map((found) => found.join(''));

  it('attribute lists', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(some(['a', 'B-C', '=', '"', ',', ' ', '",', '="']), (list) => {
        expect(ours.AttrList.parseAttrList(list)).toEqual(theirs.AttrList.parseAttrList(list));
      }),
      { numRuns: 5000 }
    );
  });

  it('URLs', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(some(['a', '/', '.', '..', '/../', '/./', 'b/', '?q', '#f', ';p']), (url) => {
        expect(ours.M3U8Parser.resolve(url, base)).toBe(theirs.M3U8Parser.resolve(url, base));
      }),
      { numRuns: 5000 }
    );
  });

  it('playlists', { timeout: 120_000 }, () => {
    const lines = ['#EXTINF:1,', ' t', '\n', 'a', ' ', '  b', '#', '#EXT-X-GAP', '\t', '#EXTINF:', '2', ','];
    const shape = ({ M3U8Parser }: Readers, playlist: string) =>
      (
        M3U8Parser.parseLevelPlaylist(media + playlist, base, 0, 'main', 0, null) as { fragments: { relurl: string; duration: number }[] }
      ).fragments.map(({ relurl, duration }) => [relurl, duration]);
    fc.assert(
      fc.property(some(lines), (playlist) => {
        expect(shape(ours, playlist)).toEqual(shape(theirs, playlist));
      }),
      { numRuns: 5000 }
    );
  });

  it('date ranges', { timeout: 120_000 }, () => {
    const ranges = fc.array(
      fc.record({
        at: fc.nat(9),
        begin: fc.nat(20),
        more: fc.constantFrom('CLASS="a",END-ON-NEXT=YES', 'CLASS="b",END-ON-NEXT=YES', 'DURATION=2')
      }),
      { maxLength: 8 }
    );
    const parts = fc.array(fc.constantFrom('#EXTINF:1,\na\n', '#EXTINF:3,\na\n', '#EXT-X-PROGRAM-DATE-TIME:2030-01-01T00:00:04Z\n'), {
      maxLength: 8
    });
    const cues = (readers: Readers, playlist: string) =>
      cuesOfDates(readers, playlist).map(({ id, startTime, endTime }) => [id, startTime, endTime]);
    fc.assert(
      fc.property(ranges, parts, (dates, segments) => {
        const tags = dates
          .map(({ at, begin, more }) => `#EXT-X-DATERANGE:ID="${at}",START-DATE="${date(begin)}",X-A="b",${more}\n`)
          .join('');
        const playlist = `${dated}#EXTINF:1,\na\n${segments.join('')}${tags}`;
        expect(cues(ours, playlist)).toEqual(cues(theirs, playlist));
      }),
      { numRuns: 3000 }
    );
  });

  it('cues', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(some(['<br>', '<br />', 'a', '\n', ' ', '\t', '-->', '00:01.000 --> 00:02.000\n', '\u00a0']), (cue) => {
        expect(cuesOf(ours, vtt + cue)).toEqual(cuesOf(theirs, vtt + cue));
      }),
      { numRuns: 3000 }
    );
  });
});
