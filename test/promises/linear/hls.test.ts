import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  playlistUrl,
  canaries,
  readCueTexts,
  readDateRangeCues,
  dateTimeAt,
  datedMediaHeader,
  expectQuadratic,
  mediaHeader,
  representativeCount,
  patchedReaders,
  originalReaders,
  webVttHeader,
  worstTexts,
  type HlsReaders
} from './hls-texts.js';
import { ratioLimit, ratioOf } from './ratio.js';

describe('hls.js with the replacements of the build', () => {
  it.each(worstTexts)('takes linear time for %s', { timeout: 120_000 }, (_, read, make) => {
    expect(ratioOf(make, read(patchedReaders))).toBeLessThan(ratioLimit);
  });

  it.each(canaries.slice(0, representativeCount))(
    'canary: takes quadratic time without the replacements for %s',
    { timeout: 120_000 },
    expectQuadratic
  );
});

describe('hls.js with the replacements of the build parses', () => {
  const sequencesOf = (list: readonly string[]) => fc.array(fc.constantFrom(...list), { maxLength: 14 }).map((found) => found.join(''));

  it('attribute lists as without the replacements', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(sequencesOf(['a', 'B-C', '=', '"', ',', ' ', '",', '="']), (list) => {
        expect(patchedReaders.AttrList.parseAttrList(list)).toEqual(originalReaders.AttrList.parseAttrList(list));
      }),
      { numRuns: 5000 }
    );
  });

  it('URLs as without the replacements', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(sequencesOf(['a', '/', '.', '..', '/../', '/./', 'b/', '?q', '#f', ';p']), (url) => {
        expect(patchedReaders.M3U8Parser.resolve(url, playlistUrl)).toBe(originalReaders.M3U8Parser.resolve(url, playlistUrl));
      }),
      { numRuns: 5000 }
    );
  });

  it('playlists as without the replacements', { timeout: 120_000 }, () => {
    const lines = ['#EXTINF:1,', ' t', '\n', 'a', ' ', '  b', '#', '#EXT-X-GAP', '\t', '#EXTINF:', '2', ','];
    const parseSegments = ({ M3U8Parser }: HlsReaders, playlist: string) =>
      (
        M3U8Parser.parseLevelPlaylist(mediaHeader + playlist, playlistUrl, 0, 'main', 0, null) as {
          fragments: { relurl: string; duration: number }[];
        }
      ).fragments.map(({ relurl, duration }) => [relurl, duration]);
    fc.assert(
      fc.property(sequencesOf(lines), (playlist) => {
        expect(parseSegments(patchedReaders, playlist)).toEqual(parseSegments(originalReaders, playlist));
      }),
      { numRuns: 5000 }
    );
  });

  it('date ranges as without the replacements', { timeout: 120_000 }, () => {
    const ranges = fc.array(
      fc.record({
        id: fc.nat(9),
        startIndex: fc.nat(20),
        otherAttributes: fc.constantFrom('CLASS="a",END-ON-NEXT=YES', 'CLASS="b",END-ON-NEXT=YES', 'DURATION=2')
      }),
      { maxLength: 8 }
    );
    const parts = fc.array(fc.constantFrom('#EXTINF:1,\na\n', '#EXTINF:3,\na\n', '#EXT-X-PROGRAM-DATE-TIME:2030-01-01T00:00:04Z\n'), {
      maxLength: 8
    });
    const cues = (readers: HlsReaders, playlist: string) =>
      readDateRangeCues(readers, playlist).map(({ id, startTime, endTime }) => [id, startTime, endTime]);
    fc.assert(
      fc.property(ranges, parts, (dates, segments) => {
        const tags = dates
          .map(
            ({ id, startIndex, otherAttributes }) =>
              `#EXT-X-DATERANGE:ID="${id}",START-DATE="${dateTimeAt(startIndex)}",X-A="b",${otherAttributes}\n`
          )
          .join('');
        const playlist = `${datedMediaHeader}#EXTINF:1,\na\n${segments.join('')}${tags}`;
        expect(cues(patchedReaders, playlist)).toEqual(cues(originalReaders, playlist));
      }),
      { numRuns: 3000 }
    );
  });

  it('cues as without the replacements', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(sequencesOf(['<br>', '<br />', 'a', '\n', ' ', '\t', '-->', '00:01.000 --> 00:02.000\n', '\u00a0']), (cue) => {
        expect(readCueTexts(patchedReaders, webVttHeader + cue)).toEqual(readCueTexts(originalReaders, webVttHeader + cue));
      }),
      { numRuns: 3000 }
    );
  });
});
