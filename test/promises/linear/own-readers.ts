import { playlistsIn } from '../../../src/cli/lint/playlists.js';
import { parseClip } from '../../../src/ui/host/clip.js';
import { readParameters } from '../../../src/embed/parameters.js';
import { runWithoutPauses } from '../../support/run-without-pauses.js';
import { isSubRip, toWebVtt } from '../../../src/lib/captions-file.js';
import { CueLimit } from '../../../src/lib/cue-limit.js';
import { limitNesting } from '../../../src/lib/cue-nesting.js';
import { plainText } from '../../../src/lib/cue-text.js';
import { readDataUrl } from '../../../src/lib/data-url.js';
import { redactText, redactUrl } from '../../../src/lib/redact.js';
import { isWellFormedXml } from '../../../src/lib/well-formed-xml.js';
import { readWebVtt } from '../../../src/lib/webvtt.js';
import { clocksIn } from '../../../src/media/engines/dash/request-kinds.js';
import { unexpectedDeltaUpdate } from '../../../src/media/engines/hls/delta-update.js';
import { wrapMediaSequence } from '../../../src/media/engines/hls/media-sequence.js';
import { tilesOf } from '../../../src/media/engines/hls/image-playlist.js';
import { prefetchInitialRendition } from '../../../src/media/prefetch/hls-prefetch.js';
import { segmentAt } from '../../../src/media/prefetch/segment-template.js';
import { detectManifestType } from '../../../src/media/network/manifest-type.js';
import { fetchesNothing } from '../../../src/media/engines/realm/style.js';
import { parseRetryAfter } from '../../../src/media/recovery/fetch-once.js';
import { TruncationCheck, isNotMedia } from '../../../src/media/recovery/segment-check.js';
import { expiryOf } from '../../../src/media/network/url-renewal.js';
import { liveEpoch } from '../../../src/media/recovery/live-restart.js';
import { manifestFailure } from '../../../src/media/recovery/manifest-check.js';
import { Signatures } from '../../../src/media/network/url-signatures.js';
import { resolveSource, typeOfMime } from '../../../src/media/source.js';
import { readAttributes } from '../../../src/policy/attribute-list.js';
import { limitsRequests } from '../../../src/policy/content-policy.js';
import { inspect } from '../../../src/policy/inspect/inspect.js';
import { manifestKind, xmlRoot } from '../../../src/policy/manifest-kind.js';
import { inOrigins } from '../../../src/policy/rules/allowed-origins.js';
import { splitAtMatches, matches } from '../../../src/ui/transcript/search.js';
import { repeatToLength } from './ratio.js';

const page = new URL('https://page.test/');
const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const ignoreErrors = (read: () => unknown): void => {
  try {
    read();
  } catch {
    // A rejected text is not read any further.
  }
};

/** Makes a text of `length` characters: a beginning, a repeated piece, and an end. */
export const repeatedText =
  (piece: string, before = '', after = '') =>
  (length: number): string =>
    Buffer.from(before + repeatToLength(piece, length) + after).toString();

export type MakeText = (length: number) => string;

/** Makes a text of one half each of `one` and `other`: a careless parser reads the first again for each piece of the second. */
const twoHalves =
  (one: MakeText, other: MakeText): MakeText =>
  (length) =>
    one(length / 2) + other(length / 2);

const subRipStart = '1\n00:00:00,000 --> 00:00:09,000\n';
const webVttHeader = 'WEBVTT\n\n';
const hlsHeader = '#EXTM3U\n';
const segmentTemplate = (media: string) => ({ attributes: { media }, runs: [], representation: { RepresentationID: 'v', Bandwidth: '1' } });
const prefetchContext = { fetchSegment() {}, startTime: 0, guard: {}, signal: new AbortController().signal } as unknown as Parameters<
  typeof prefetchInitialRendition
>[2];

/**
 * Every parser of external text, with the texts for which it could take more than linear time. `npm test` reads the first two texts of
 * each, and `own.wide.test.ts` the others.
 */
export const readers: readonly (readonly [
  name: string,
  read: (text: string) => unknown,
  worstTexts: Readonly<Record<string, MakeText>>
])[] = [
  [
    'redactUrl()',
    redactUrl,
    {
      'a long name': repeatedText('a', 'https://a.test/'),
      'equals signs': repeatedText('=', 'https://a.test/'),
      'names and slashes': repeatedText('a/', 'https://a.test/'),
      secrets: repeatedText('a=b/', 'https://a.test/'),
      'a query': repeatedText('?', 'https://a.test/?'),
      data: repeatedText(';', 'data:')
    }
  ],
  [
    'redactText()',
    redactText,
    {
      'question marks': repeatedText('?'),
      schemes: repeatedText('http:'),
      'short URLs': repeatedText('https://a '),
      'a long URL': repeatedText('a', 'https://a.test/'),
      names: repeatedText('a'),
      'open quotes': repeatedText('?"')
    }
  ],
  [
    'toWebVtt() of SubRip',
    (file) => runWithoutPauses(toWebVtt(file)),
    {
      'open instructions': repeatedText('{\\', subRipStart),
      braces: repeatedText('}', subRipStart),
      instructions: repeatedText('{\\}', subRipStart),
      fonts: repeatedText('<font ', subRipStart),
      'a long font': repeatedText(' ', `${subRipStart}<font`),
      ampersands: repeatedText('&', subRipStart),
      references: repeatedText('&#', subRipStart),
      'less-than signs': repeatedText('<', subRipStart),
      'blank lines': repeatedText('\n', subRipStart),
      'carriage returns': repeatedText('\r', subRipStart),
      times: repeatedText('00:00:00,000 --> 00:00:09,000\n', subRipStart),
      'spaces in a time': repeatedText(' ', `${subRipStart}\n2\n00:00:00,000`),
      styles: repeatedText('STYLE\n\n', subRipStart)
    }
  ],
  [
    'toWebVtt() of WebVTT',
    (file) => runWithoutPauses(toWebVtt(file)),
    {
      styles: repeatedText('STYLE\f\n\n', webVttHeader),
      'a style with spaces': repeatedText(' ', `${webVttHeader}STYLE`, 'x'),
      'blank lines': repeatedText('\n', webVttHeader),
      lines: repeatedText('a\n', webVttHeader),
      'cues with the same times': repeatedText('00:00.000 --> 00:09.000\na\n\n', webVttHeader),
      'spaces before a time': repeatedText(' ', webVttHeader, '-->'),
      'digits of a time': repeatedText('1', webVttHeader, ' --> ')
    }
  ],
  [
    'limitNesting()',
    limitNesting,
    {
      nesting: repeatedText('<b>'),
      'end tags': twoHalves(repeatedText('<b>'), repeatedText('</b>')),
      'end tags that end nothing': twoHalves(repeatedText('<b>'), repeatedText('</i>')),
      'less-than signs': repeatedText('<'),
      'a name': repeatedText('a', '<'),
      'names without an end': repeatedText('<a')
    }
  ],
  [
    'CueLimit.admits()',
    (cues) => {
      const cueLimit = new CueLimit();
      return cues
        .split('\n')
        .map((startTime, index) => cueLimit.admits({ startTime: Number(startTime), endTime: index % 2 ? Infinity : index, text: 'a' }));
    },
    {
      simultaneous: repeatedText('1\n'),
      'one after the other': (length) => Array.from({ length: length / 7 }, (_, index) => index).join('\n')
    }
  ],
  [
    'isSubRip()',
    isSubRip,
    { spaces: repeatedText(' '), digits: repeatedText('1'), lines: repeatedText('\n'), 'spaces after digits': repeatedText(' ', '1') }
  ],
  [
    'readWebVtt()',
    readWebVtt,
    {
      'blank lines': repeatedText('\n', webVttHeader),
      'spaces before a time': repeatedText(' ', webVttHeader),
      'spaces in a time': repeatedText(' ', `${webVttHeader}00:00.000`),
      colons: repeatedText('0:', webVttHeader),
      arrows: repeatedText('-->', webVttHeader),
      lines: repeatedText('a\n', webVttHeader),
      'a long cue': repeatedText('a\n', `${webVttHeader}00:00.000 --> 00:01.000\n`),
      cues: repeatedText('00:00.000 --> 00:01.000\nx\n\n', webVttHeader)
    }
  ],
  [
    'plainText()',
    plainText,
    {
      'less-than signs': repeatedText('<'),
      'an open tag': repeatedText('a', '<'),
      ampersands: repeatedText('&'),
      spaces: repeatedText(' ', 'x', 'x')
    }
  ],
  [
    'isWellFormedXml()',
    isWellFormedXml,
    {
      'less-than signs': repeatedText('<'),
      nesting: repeatedText('<a>'),
      elements: repeatedText('<a/>', '<r>', '</r>'),
      comments: repeatedText('<!---->', '<r>', '</r>'),
      'an open comment': repeatedText('-', '<r><!--'),
      'open instructions': repeatedText('<?'),
      'an open section': repeatedText(']]', '<r><![CDATA['),
      attributes: repeatedText(' a="b"', '<r'),
      'spaces in a tag': repeatedText(' ', '<r'),
      'an open quote': repeatedText('a', '<r a="'),
      text: repeatedText('a', '<r>')
    }
  ],
  [
    'readDataUrl()',
    (url) => ignoreErrors(() => readDataUrl(url)),
    {
      semicolons: repeatedText(';', 'data:'),
      base64: repeatedText(';base64', 'data:'),
      content: repeatedText('a', 'data:,'),
      escapes: repeatedText('%41', 'data:,')
    }
  ],
  [
    'manifestKind() with xmlRoot()',
    (manifest) => [manifestKind(manifest), xmlRoot(manifest)],
    {
      'white space': repeatedText(' '),
      comments: repeatedText('<!---->'),
      'an open comment': repeatedText('-', '<!--'),
      instructions: repeatedText('<??>'),
      'an open subset': repeatedText('[', '<!DOCTYPE a '),
      subsets: repeatedText('<!DOCTYPE a [ ]>'),
      quotes: repeatedText('"', '<MPD '),
      attributes: repeatedText(' a="b"', '<MPD'),
      'a name': repeatedText('a', '<'),
      prefixes: repeatedText('a:', '<')
    }
  ],
  [
    'detectManifestType()',
    (manifest) => ignoreErrors(() => detectManifestType({ bytes: bytesOf(manifest), url: page.href })),
    {
      'white space': repeatedText(' '),
      roots: repeatedText('<MPD '),
      elements: repeatedText('<a>', '<MPD>'),
      lines: repeatedText('\n', hlsHeader)
    }
  ],
  [
    'manifestFailure()',
    (manifest) => manifestFailure(bytesOf(manifest), page, 'hls'),
    { tags: repeatedText('#EXT-X-PART\n', hlsHeader), roots: repeatedText('<MPD '), 'open tags': repeatedText('#EXT', hlsHeader) }
  ],
  [
    'inspect() of HLS',
    (manifest) => inspect(manifest, page),
    {
      'equals signs': repeatedText('=', `${hlsHeader}#EXT-X-KEY:`),
      quotes: repeatedText('="', `${hlsHeader}#EXT-X-KEY:`),
      'odd quotes': repeatedText('a="b,', `${hlsHeader}#EXT-X-KEY:`),
      commas: repeatedText(',', `${hlsHeader}#EXT-X-KEY:`),
      'a name': repeatedText('a', `${hlsHeader}#EXT-X-KEY:`),
      'date ranges': repeatedText('X-A="https://a.test/",', `${hlsHeader}#EXT-X-DATERANGE:`),
      lines: repeatedText('a\n', hlsHeader),
      tags: repeatedText('#EXT-X-MAP:URI="a"\n', hlsHeader),
      'a relative URL': repeatedText('../', hlsHeader),
      spaces: repeatedText(' ', hlsHeader, 'x'),
      'titles at the end': repeatedText('#EXTINF:1,a ', hlsHeader),
      'line separators': repeatedText('\u2028', `${hlsHeader}#EXT-X-I-FRAME-STREAM-INF:`),
      'line separators in lines': repeatedText('a\u2028#EXT-X-MEDIA:', hlsHeader),
      'variants without a URL': repeatedText('#EXT-X-STREAM-INF:A=1\n', hlsHeader),
      definitions: repeatedText('#EXT-X-DEFINE:NAME="a",VALUE="b"\n', hlsHeader),
      'variables in variables': repeatedText('#EXT-X-DEFINE:NAME="a",VALUE="{$a}{$a}b"\n{$a}', hlsHeader),
      variables: twoHalves(repeatedText('b', `${hlsHeader}#EXT-X-DEFINE:NAME="a",VALUE="`, '"\n'), repeatedText('{$a}/{$a}\n'))
    }
  ],
  [
    'playlistsIn() of lint --deep',
    (playlist) => playlistsIn(playlist, page),
    {
      segments: repeatedText('#EXTINF:1,\na\n', hlsHeader),
      variants: repeatedText('#EXT-X-STREAM-INF:A=1\na\n', hlsHeader),
      attributes: repeatedText(',URI="', `${hlsHeader}#EXT-X-MEDIA:`)
    }
  ],
  [
    'inspect() of DASH',
    (manifest) => inspect(manifest, page),
    {
      'less-than signs': repeatedText('<', '<MPD>'),
      nesting: repeatedText('<a>', '<MPD>'),
      comments: repeatedText('<!--', '<MPD>'),
      ampersands: repeatedText('&', '<MPD>'),
      quotes: repeatedText('a="', '<MPD '),
      'equals signs': repeatedText('=', '<MPD '),
      spaces: repeatedText(' ', '<MPD '),
      locations: repeatedText('<Location>a</Location>', '<MPD>'),
      'text between elements': repeatedText('a<b/>', '<MPD><Location>'),
      clocks: repeatedText(' a', '<MPD><UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-iso:2014" value="', '"/>'),
      'a long base': twoHalves(repeatedText('a', '<MPD><BaseURL>https://a.test/', '/</BaseURL>'), repeatedText('<SegmentURL media="a"/>')),
      'nested bases': repeatedText('<P><BaseURL>a/</BaseURL>', '<MPD>'),
      'nested elements with attributes': repeatedText('<a b="c">', '<MPD>'),
      declarations: repeatedText('<![', '<MPD>'),
      'brackets in a declaration': repeatedText('[', '<MPD><!D '),
      'names without a value': repeatedText('a ', '<MPD '),
      'identifiers in hosts': twoHalves(
        repeatedText('<SegmentTemplate media="$RepresentationID$"/>', '<MPD>'),
        repeatedText('<Representation id="//a.test"/>')
      ),
      'binary data': repeatedText('QUFB', '<MPD><pssh>', '</pssh>')
    }
  ],
  [
    'readAttributes()',
    readAttributes,
    {
      'open quotes': repeatedText('a="b,'),
      'closed quotes': repeatedText('a="b",'),
      quotes: repeatedText('="'),
      'equals signs': repeatedText('=')
    }
  ],
  [
    'limitsRequests()',
    (policy) => limitsRequests([policy], page, () => true),
    {
      semicolons: repeatedText(';'),
      spaces: repeatedText(' '),
      sources: repeatedText("'self' ", 'default-src '),
      hosts: repeatedText('https://*.a.test ', 'default-src ')
    }
  ],
  [
    'inOrigins()',
    (origin) => inOrigins([origin])(page),
    {
      labels: repeatedText('a.', 'https://'),
      digits: repeatedText('1', 'https://a:'),
      brackets: repeatedText('[', 'https://'),
      spaces: repeatedText(' ', 'https://a', 'x')
    }
  ],
  [
    'liveEpoch()',
    liveEpoch,
    {
      roots: repeatedText('<MPD '),
      attributes: repeatedText(' a="b"', '<MPD type="dynamic"'),
      'open dates': repeatedText('availabilityStartTime="', '<MPD type="dynamic" '),
      segments: repeatedText('#EXTINF'),
      sequences: repeatedText('#EXT-X-MEDIA-SEQUENCE: ', '#EXTINF')
    }
  ],
  [
    'wrapMediaSequence()',
    wrapMediaSequence,
    {
      digits: repeatedText('9', '#EXT-X-MEDIA-SEQUENCE:'),
      tags: repeatedText('#EXT-X-MEDIA-SEQUENCE:\n'),
      spaces: repeatedText(' ', '#EXT-X-MEDIA-SEQUENCE:'),
      numbers: repeatedText('#EXT-X-MEDIA-SEQUENCE:9999999999999999999\n')
    }
  ],
  [
    'unexpectedDeltaUpdate()',
    (playlist) => unexpectedDeltaUpdate(playlist, playlist),
    { tags: repeatedText('#EXT-X-SKIP:'), queries: repeatedText('?_HLS_ski') }
  ],
  [
    'clocksIn()',
    (manifest) => clocksIn(manifest, page.href),
    {
      'open elements': repeatedText('<UTCTiming '),
      quotes: repeatedText('"', '<UTCTiming '),
      'equals signs': repeatedText('a="b" ', '<UTCTiming '),
      prefixes: repeatedText('<a')
    }
  ],
  [
    'prefetchInitialRendition()',
    (playlist) => ignoreErrors(() => prefetchInitialRendition(playlist, page, prefetchContext)),
    {
      'a name': repeatedText('a', `${hlsHeader}#EXT-X-MAP:`),
      'a tag': repeatedText('a', `${hlsHeader}#EXT`, '\r'),
      quotes: repeatedText('a="', `${hlsHeader}#EXT-X-MAP:`),
      'equals signs': repeatedText('=', `${hlsHeader}#EXT-X-MAP:`),
      lines: repeatedText('\n', hlsHeader),
      segments: repeatedText('#EXTINF:1,\na\n', hlsHeader)
    }
  ],
  [
    'segmentAt()',
    (media) => segmentAt(segmentTemplate(media), 0),
    {
      dollars: repeatedText('$'),
      'open widths': repeatedText('$Number%0'),
      digits: repeatedText('0', '$Number%0'),
      names: repeatedText('$RepresentationID$')
    }
  ],
  [
    'tilesOf()',
    (playlist) =>
      tilesOf({
        manifest: { bytes: bytesOf(playlist), url: page.href },
        source: { url: page },
        guard: { fetch: () => Promise.resolve(new Response()) },
        signal: page
      } as unknown as Parameters<typeof tilesOf>[0]),
    {
      tags: repeatedText('#EXT-X-IMAGE-STREAM-INF:URI="a"\n', hlsHeader),
      quotes: repeatedText(',URI="', `${hlsHeader}#EXT-X-IMAGE-STREAM-INF:`),
      names: repeatedText(',BANDWIDTH', `${hlsHeader}#EXT-X-IMAGE-STREAM-INF:`)
    }
  ],
  [
    'Signatures',
    (href) => {
      const signatures = new Signatures();
      const url = new URL(href);
      signatures.renew(url, page);
      return signatures.current(url);
    },
    {
      slashes: repeatedText('/', 'https://a.test/'),
      'a name': repeatedText('a', 'https://a.test/', '/'),
      queries: repeatedText('?', 'https://a.test/'),
      fragments: repeatedText('#', 'https://a.test/')
    }
  ],
  [
    'expiryOf()',
    (href) => expiryOf(new URL(href)),
    {
      names: repeatedText('?exp=', 'https://a.test/'),
      digits: repeatedText('1', 'https://a.test/?exp='),
      dates: repeatedText('?X-Amz-Date=', 'https://a.test/')
    }
  ],
  [
    'parseRetryAfter()',
    parseRetryAfter,
    { spaces: repeatedText(' ', '1', 'x'), digits: repeatedText('1'), brackets: repeatedText('('), dates: repeatedText('1 Jan ') }
  ],
  ['isNotMedia()', (body) => isNotMedia(new Uint8Array(bytesOf(body))), { spaces: repeatedText(' '), braces: repeatedText('{ ') }],
  [
    'TruncationCheck',
    (body) => {
      const check = new TruncationCheck();
      check.add(new Uint8Array(bytesOf(body)));
      return check.truncated;
    },
    { boxes: repeatedText('\0\0\0\bfree'), packets: repeatedText('G') }
  ],
  [
    'resolveSource()',
    (src) => resolveSource({ src, type: src }, page),
    { dots: repeatedText('.a'), slashes: repeatedText('/'), points: repeatedText('../') }
  ],
  ['typeOfMime()', typeOfMime, { spaces: repeatedText(' ', 'a', 'b'), semicolons: repeatedText(';') }],
  ['fetchesNothing()', fetchesNothing, { brackets: repeatedText('('), names: repeatedText('a'), calls: repeatedText('calc(') }],
  [
    'readParameters()',
    (query) => readParameters(query, query),
    {
      'one name': repeatedText('src=&'),
      tracks: repeatedText('track=en a&'),
      'other names': repeatedText('a&'),
      escapes: repeatedText('%'),
      spaces: repeatedText('+', 'track=en')
    }
  ],
  [
    'parseClip()',
    (times) => parseClip(`a#t=${times}`),
    {
      colons: repeatedText('1:'),
      digits: repeatedText('1'),
      commas: repeatedText(','),
      fragments: repeatedText('#'),
      names: repeatedText('t=&')
    }
  ],
  [
    'matches() with splitAtMatches()',
    (line) => [matches(line, 'a'), splitAtMatches(line, 'a')],
    { letters: repeatedText('a'), accents: repeatedText('a\u0301'), others: repeatedText('b') }
  ]
];

/** The number of texts of each parser that `npm test` reads. */
export const representativeCount = 2;
