import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAttributes } from '../../src/policy/attribute-list.js';
import { inspect } from '../../src/policy/index.js';
import { hlsParser, urlsOf, type HlsParser } from './hls-parser.js';

const base = 'https://own.test/a/m.m3u8?q=query.test';
let hls = {} as HlsParser;
beforeAll(async () => {
  hls = await hlsParser();
});

/** The origins that a browser would contact for these URLs. A host name that contains a reference to a variable does not exist. */
const originsOf = (urls: readonly string[]): string[] => [
  ...new Set(
    urls.filter((url) => /^https?:/i.test(url) && URL.canParse(url) && !new URL(url).host.includes('{')).map((url) => new URL(url).origin)
  )
];
const originsReadByHlsJs = (text: string) => originsOf(urlsOf(hls, text, base));
/** The origins that hls.js reads from a text and inspect() does not name. */
const missedOrigins = (text: string) => {
  const found = new Set(['https://own.test', ...inspect(text, base).hosts.map(({ origin }) => origin)]);
  return originsReadByHlsJs(text).filter((origin) => !found.has(origin));
};

const evil = 'https://evil.test';
const mediaPlaylist = '#EXTM3U\n#EXT-X-TARGETDURATION:4\n';

describe('inspect() names a host that hls.js reads', () => {
  it.each([
    ['after a duration without a comma', `${mediaPlaylist}#EXTINF:4 ${evil}/a.ts\n`],
    ['after a title at the end of the text', `${mediaPlaylist}#EXTINF:4,a ${evil}/a.ts`],
    ['after a duration on the next line', `${mediaPlaylist}#EXTINF:\n4 ${evil}/a.ts\n`],
    ['after a line separator', `${mediaPlaylist}#EXTINF:4,\u2028${evil}/a.ts\n`],
    ['in a tag after a line separator', `${mediaPlaylist}#x\u2028#EXT-X-MAP:URI="${evil}/i"\n#EXTINF:4,\na.ts\n`],
    ['after a tab', `${mediaPlaylist}\t#EXT-X-MAP:URI="${evil}/i"\n#EXTINF:4,\na.ts\n`],
    ['in a rendition within a line', `#EXTM3U\n# x #EXT-X-MEDIA:TYPE=AUDIO,URI="${evil}/a"\n#EXT-X-STREAM-INF:BANDWIDTH=1\na\n`],
    ['in an I-frame playlist within a line', `#EXTM3U\nx#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="${evil}/i"\n`],
    ['in attributes after a line separator', `#EXTM3U\n#EXT-X-I-FRAME-STREAM-INF:\u2028URI="${evil}/i"\n`],
    ['in an attribute after a quote that is not closed', `#EXTM3U\n#EXT-X-I-FRAME-STREAM-INF:NAME="a,URI=${evil}/i\n`],
    ['in a variable that is a part of a host', `${mediaPlaylist}#EXT-X-DEFINE:NAME="h",VALUE="evil.test"\n#EXTINF:4,\nhttps://{$h}/a.ts\n`],
    [
      'in a variable of a variable',
      `${mediaPlaylist}#EXT-X-DEFINE:NAME="a",VALUE="evil"\n#EXT-X-DEFINE:NAME="h",VALUE="{$a}.test"\n#EXTINF:4,\nhttps://{$h}/a.ts\n`
    ],
    [
      'in a variable with a line separator after it',
      `#EXTM3U\n#EXT-X-DEFINE:NAME="h",VALUE="evil.test"\u2028\n#EXT-X-STREAM-INF:BANDWIDTH=1\n//{$h}/\n`
    ],
    ['in the query of the playlist', `${mediaPlaylist}#EXT-X-DEFINE:QUERYPARAM="q"\n#EXTINF:4,\nhttps://{$q}/a.ts\n`],
    ['after a no-break space', `${mediaPlaylist}#EXTINF:4,\n\u00a0${evil}/a.ts\n`]
  ])('%s', (_, text) => {
    expect(originsReadByHlsJs(text)).toContain(text.includes('QUERYPARAM') ? 'https://query.test' : evil);
    expect(missedOrigins(text)).toEqual([]);
  });

  it('in any of 20,000 random texts', { timeout: 120_000 }, () => {
    let count = 0;
    const url = () => `https://h${(count += 1)}.test/`;
    const piece = fc.constantFrom(
      ...['\n', '\n', '\r', '\r\n', '\u2028', '\u2029', ' ', '\t', '\u00a0', 'x', ',', '"', '=', '#', '4', '.5', '{$v}', '//{$v}/'],
      ...['#EXTINF:', '#EXTINF:4,', '#EXTINF:4,t', '#EXT-X-STREAM-INF:BANDWIDTH=1', '#EXT-X-ENDLIST', '#EXT-X-SESSION-KEY:METHOD=AES-128,'],
      ...['#EXT-X-MAP:', '#EXT-X-KEY:METHOD=AES-128,', '#EXT-X-PART:DURATION=1,', '#EXT-X-MEDIA:TYPE=AUDIO,', '#EXT-X-I-FRAME-STREAM-INF:'],
      ...['#EXT-X-CONTENT-STEERING:SERVER-', '#EXT-X-PRELOAD-HINT:', '#EXT-X-RENDITION-REPORT:', '#EXT-X-DEFINE:NAME="v",VALUE="v.test"'],
      ...['URL', 'URL', 'URI="URL"', 'URI="URL"', 'URI=URL', 'A="b",', 'A="b,']
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), fc.constantFrom('#EXTM3U\n', mediaPlaylist), (pieces, start) => {
        const text = start + pieces.map((part) => part.replace('URL', url)).join('');
        expect({ text, missed: missedOrigins(text) }).toEqual({ text, missed: [] });
      }),
      { numRuns: 20_000 }
    );
  });
});

describe('readAttributes()', () => {
  it('reads the same attributes as hls.js from random lists', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'B-C', '=', '"', ',', ' ', '",', '="'), { maxLength: 14 }), (parts) => {
        expect({ ...readAttributes(parts.join('')) }).toEqual({ ...hls.AttrList.parseAttrList(parts.join('')) });
      }),
      { numRuns: 10_000 }
    );
  });
});
