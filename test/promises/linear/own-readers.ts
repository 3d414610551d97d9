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
import { chooseInitialRendition } from '../../../src/media/prefetch/hls-prefetch.js';
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
import { repeat } from './ratio.js';

const page = new URL('https://page.test/');
const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const quietly = (read: () => unknown): void => {
  try {
    read();
  } catch {
    // Refused text is not read any further.
  }
};

/** A text of `length` characters: a beginning, a repeated piece, and an end. */
export const text =
  (piece: string, before = '', after = '') =>
  (length: number): string =>
    Buffer.from(before + repeat(piece, length) + after).toString();

export type Make = (length: number) => string;

/** Half of one and half of another: a remainder of the first is read repeatedly during the second. */
const both =
  (one: Make, other: Make): Make =>
  (length) =>
    one(length / 2) + other(length / 2);

const srt = '1\n00:00:00,000 --> 00:00:09,000\n';
const vtt = 'WEBVTT\n\n';
const hls = '#EXTM3U\n';
const template = (media: string) => ({ attributes: { media }, runs: [], representation: { RepresentationID: 'v', Bandwidth: '1' } });
const tracked = { fetchSegment() {}, startTime: 0, guard: {}, signal: new AbortController().signal } as unknown as Parameters<
  typeof chooseInitialRendition
>[2];

/**
 * Every parser of external text, with texts that a parser could read more than once. `npm test` reads the first two of each, and
 * `own.wide.test.ts` the others.
 */
export const readers: readonly (readonly [name: string, read: (text: string) => unknown, worst: Readonly<Record<string, Make>>])[] = [
  [
    'redact: a URL',
    redactUrl,
    {
      'a long name': text('a', 'https://a.test/'),
      'equals signs': text('=', 'https://a.test/'),
      'names and slashes': text('a/', 'https://a.test/'),
      secrets: text('a=b/', 'https://a.test/'),
      'a query': text('?', 'https://a.test/?'),
      data: text(';', 'data:')
    }
  ],
  [
    'redact: a text',
    redactText,
    {
      'question marks': text('?'),
      schemes: text('http:'),
      'short addresses': text('https://a '),
      'a long URL': text('a', 'https://a.test/'),
      names: text('a'),
      'open quotes': text('?"')
    }
  ],
  [
    'captions: SubRip',
    (file) => runWithoutPauses(toWebVtt(file)),
    {
      'open instructions': text('{\\', srt),
      braces: text('}', srt),
      instructions: text('{\\}', srt),
      fonts: text('<font ', srt),
      'a long font': text(' ', `${srt}<font`),
      ampersands: text('&', srt),
      references: text('&#', srt),
      'less-than signs': text('<', srt),
      'blank lines': text('\n', srt),
      'carriage returns': text('\r', srt),
      times: text('00:00:00,000 --> 00:00:09,000\n', srt),
      'spaces in a time': text(' ', `${srt}\n2\n00:00:00,000`),
      styles: text('STYLE\n\n', srt)
    }
  ],
  [
    'captions: WebVTT without styles',
    (file) => runWithoutPauses(toWebVtt(file)),
    {
      styles: text('STYLE\f\n\n', vtt),
      'a style with spaces': text(' ', `${vtt}STYLE`, 'x'),
      'blank lines': text('\n', vtt),
      lines: text('a\n', vtt),
      'cues with the same times': text('00:00.000 --> 00:09.000\na\n\n', vtt),
      'spaces before a time': text(' ', vtt, '-->'),
      'digits of a time': text('1', vtt, ' --> ')
    }
  ],
  [
    'captions: tags',
    limitNesting,
    {
      nesting: text('<b>'),
      'end tags': both(text('<b>'), text('</b>')),
      'end tags that end nothing': both(text('<b>'), text('</i>')),
      'less-than signs': text('<'),
      'a name': text('a', '<'),
      'names without an end': text('<a')
    }
  ],
  [
    'captions of an engine: cues at a time',
    (cues) => {
      const limit = new CueLimit();
      return cues
        .split('\n')
        .map((startTime, at) => limit.admits({ startTime: Number(startTime), endTime: at % 2 ? Infinity : at, text: 'a' }));
    },
    { simultaneous: text('1\n'), 'one after the other': (length) => Array.from({ length: length / 7 }, (_, at) => at).join('\n') }
  ],
  ['captions: isSubRip', isSubRip, { spaces: text(' '), digits: text('1'), lines: text('\n'), 'spaces after digits': text(' ', '1') }],
  [
    'thumbnails and chapters: WebVTT',
    readWebVtt,
    {
      'blank lines': text('\n', vtt),
      'spaces before a time': text(' ', vtt),
      'spaces in a time': text(' ', `${vtt}00:00.000`),
      colons: text('0:', vtt),
      arrows: text('-->', vtt),
      lines: text('a\n', vtt),
      'a long cue': text('a\n', `${vtt}00:00.000 --> 00:01.000\n`),
      cues: text('00:00.000 --> 00:01.000\nx\n\n', vtt)
    }
  ],
  [
    'cue text',
    plainText,
    { 'less-than signs': text('<'), 'an open tag': text('a', '<'), ampersands: text('&'), spaces: text(' ', 'x', 'x') }
  ],
  [
    'well-formed XML',
    isWellFormedXml,
    {
      'less-than signs': text('<'),
      nesting: text('<a>'),
      elements: text('<a/>', '<r>', '</r>'),
      comments: text('<!---->', '<r>', '</r>'),
      'an open comment': text('-', '<r><!--'),
      'open instructions': text('<?'),
      'an open section': text(']]', '<r><![CDATA['),
      attributes: text(' a="b"', '<r'),
      'spaces in a tag': text(' ', '<r'),
      'an open quote': text('a', '<r a="'),
      text: text('a', '<r>')
    }
  ],
  [
    'data: URL',
    (url) => quietly(() => readDataUrl(url)),
    { semicolons: text(';', 'data:'), base64: text(';base64', 'data:'), content: text('a', 'data:,'), escapes: text('%41', 'data:,') }
  ],
  [
    'manifest kind',
    (manifest) => [manifestKind(manifest), xmlRoot(manifest)],
    {
      'white space': text(' '),
      comments: text('<!---->'),
      'an open comment': text('-', '<!--'),
      instructions: text('<??>'),
      'an open subset': text('[', '<!DOCTYPE a '),
      subsets: text('<!DOCTYPE a [ ]>'),
      quotes: text('"', '<MPD '),
      attributes: text(' a="b"', '<MPD'),
      'a name': text('a', '<'),
      prefixes: text('a:', '<')
    }
  ],
  [
    'detectManifestType',
    (manifest) => quietly(() => detectManifestType({ bytes: bytesOf(manifest), url: page.href })),
    { 'white space': text(' '), roots: text('<MPD '), elements: text('<a>', '<MPD>'), lines: text('\n', hls) }
  ],
  [
    'manifest check',
    (manifest) => manifestFailure(bytesOf(manifest), page, 'hls'),
    { tags: text('#EXT-X-PART\n', hls), roots: text('<MPD '), 'open tags': text('#EXT', hls) }
  ],
  [
    'inspect: HLS',
    (manifest) => inspect(manifest, page),
    {
      'equals signs': text('=', `${hls}#EXT-X-KEY:`),
      quotes: text('="', `${hls}#EXT-X-KEY:`),
      'odd quotes': text('a="b,', `${hls}#EXT-X-KEY:`),
      commas: text(',', `${hls}#EXT-X-KEY:`),
      'a name': text('a', `${hls}#EXT-X-KEY:`),
      'date ranges': text('X-A="https://a.test/",', `${hls}#EXT-X-DATERANGE:`),
      lines: text('a\n', hls),
      tags: text('#EXT-X-MAP:URI="a"\n', hls),
      'an address': text('../', hls),
      spaces: text(' ', hls, 'x'),
      'titles at the end': text('#EXTINF:1,a ', hls),
      'line separators': text('\u2028', `${hls}#EXT-X-I-FRAME-STREAM-INF:`),
      'line separators in lines': text('a\u2028#EXT-X-MEDIA:', hls),
      'variants without a URL': text('#EXT-X-STREAM-INF:A=1\n', hls),
      definitions: text('#EXT-X-DEFINE:NAME="a",VALUE="b"\n', hls),
      'variables in variables': text('#EXT-X-DEFINE:NAME="a",VALUE="{$a}{$a}b"\n{$a}', hls),
      variables: both(text('b', `${hls}#EXT-X-DEFINE:NAME="a",VALUE="`, '"\n'), text('{$a}/{$a}\n'))
    }
  ],
  [
    'lint --deep: the playlists that a playlist names',
    (playlist) => playlistsIn(playlist, page),
    {
      segments: text('#EXTINF:1,\na\n', hls),
      variants: text('#EXT-X-STREAM-INF:A=1\na\n', hls),
      attributes: text(',URI="', `${hls}#EXT-X-MEDIA:`)
    }
  ],
  [
    'inspect: DASH',
    (manifest) => inspect(manifest, page),
    {
      'less-than signs': text('<', '<MPD>'),
      nesting: text('<a>', '<MPD>'),
      comments: text('<!--', '<MPD>'),
      ampersands: text('&', '<MPD>'),
      quotes: text('a="', '<MPD '),
      'equals signs': text('=', '<MPD '),
      spaces: text(' ', '<MPD '),
      locations: text('<Location>a</Location>', '<MPD>'),
      'text between elements': text('a<b/>', '<MPD><Location>'),
      clocks: text(' a', '<MPD><UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-iso:2014" value="', '"/>'),
      'a long base': both(text('a', '<MPD><BaseURL>https://a.test/', '/</BaseURL>'), text('<SegmentURL media="a"/>')),
      'nested bases': text('<P><BaseURL>a/</BaseURL>', '<MPD>'),
      'nested elements with attributes': text('<a b="c">', '<MPD>'),
      declarations: text('<![', '<MPD>'),
      'brackets in a declaration': text('[', '<MPD><!D '),
      'names without a value': text('a ', '<MPD '),
      'identifiers in hosts': both(text('<SegmentTemplate media="$RepresentationID$"/>', '<MPD>'), text('<Representation id="//a.test"/>')),
      'binary data': text('QUFB', '<MPD><pssh>', '</pssh>')
    }
  ],
  [
    'attribute list',
    readAttributes,
    {
      'open quotes': text('a="b,'),
      'closed quotes': text('a="b",'),
      quotes: text('="'),
      'equals signs': text('=')
    }
  ],
  [
    'content security policy',
    (policy) => limitsRequests([policy], page, () => true),
    { semicolons: text(';'), spaces: text(' '), sources: text("'self' ", 'default-src '), hosts: text('https://*.a.test ', 'default-src ') }
  ],
  [
    'allowed origins',
    (origin) => inOrigins([origin])(page),
    {
      labels: text('a.', 'https://'),
      digits: text('1', 'https://a:'),
      brackets: text('[', 'https://'),
      spaces: text(' ', 'https://a', 'x')
    }
  ],
  [
    'live epoch',
    liveEpoch,
    {
      roots: text('<MPD '),
      attributes: text(' a="b"', '<MPD type="dynamic"'),
      'open dates': text('availabilityStartTime="', '<MPD type="dynamic" '),
      segments: text('#EXTINF'),
      sequences: text('#EXT-X-MEDIA-SEQUENCE: ', '#EXTINF')
    }
  ],
  [
    'media sequence',
    wrapMediaSequence,
    {
      digits: text('9', '#EXT-X-MEDIA-SEQUENCE:'),
      tags: text('#EXT-X-MEDIA-SEQUENCE:\n'),
      spaces: text(' ', '#EXT-X-MEDIA-SEQUENCE:'),
      numbers: text('#EXT-X-MEDIA-SEQUENCE:9999999999999999999\n')
    }
  ],
  ['delta playlist', (playlist) => unexpectedDeltaUpdate(playlist, playlist), { tags: text('#EXT-X-SKIP:'), queries: text('?_HLS_ski') }],
  [
    'clocks of an MPD',
    (manifest) => clocksIn(manifest, page.href),
    {
      'open elements': text('<UTCTiming '),
      quotes: text('"', '<UTCTiming '),
      'equals signs': text('a="b" ', '<UTCTiming '),
      prefixes: text('<a')
    }
  ],
  [
    'prefetch: HLS',
    (playlist) => quietly(() => chooseInitialRendition(playlist, page, tracked)),
    {
      'a name': text('a', `${hls}#EXT-X-MAP:`),
      'a tag': text('a', `${hls}#EXT`, '\r'),
      quotes: text('a="', `${hls}#EXT-X-MAP:`),
      'equals signs': text('=', `${hls}#EXT-X-MAP:`),
      lines: text('\n', hls),
      segments: text('#EXTINF:1,\na\n', hls)
    }
  ],
  [
    'prefetch: template',
    (media) => segmentAt(template(media), 0),
    { dollars: text('$'), 'open widths': text('$Number%0'), digits: text('0', '$Number%0'), names: text('$RepresentationID$') }
  ],
  [
    'images of a playlist',
    (playlist) =>
      tilesOf({
        manifest: { bytes: bytesOf(playlist), url: page.href },
        source: { url: page },
        guard: { fetch: () => Promise.resolve(new Response()) },
        signal: page
      } as unknown as Parameters<typeof tilesOf>[0]),
    {
      tags: text('#EXT-X-IMAGE-STREAM-INF:URI="a"\n', hls),
      quotes: text(',URI="', `${hls}#EXT-X-IMAGE-STREAM-INF:`),
      names: text(',BANDWIDTH', `${hls}#EXT-X-IMAGE-STREAM-INF:`)
    }
  ],
  [
    'signatures',
    (address) => {
      const signatures = new Signatures();
      const url = new URL(address);
      signatures.renew(url, page);
      return signatures.current(url);
    },
    {
      slashes: text('/', 'https://a.test/'),
      'a name': text('a', 'https://a.test/', '/'),
      queries: text('?', 'https://a.test/'),
      fragments: text('#', 'https://a.test/')
    }
  ],
  [
    'expiry',
    (address) => expiryOf(new URL(address)),
    { names: text('?exp=', 'https://a.test/'), digits: text('1', 'https://a.test/?exp='), dates: text('?X-Amz-Date=', 'https://a.test/') }
  ],
  ['Retry-After', parseRetryAfter, { spaces: text(' ', '1', 'x'), digits: text('1'), brackets: text('('), dates: text('1 Jan ') }],
  ['isNotMedia', (body) => isNotMedia(new Uint8Array(bytesOf(body))), { spaces: text(' '), braces: text('{ ') }],
  [
    'TruncationCheck',
    (body) => {
      const check = new TruncationCheck();
      check.add(new Uint8Array(bytesOf(body)));
      return check.truncated;
    },
    { boxes: text('\0\0\0\bfree'), packets: text('G') }
  ],
  ['source', (src) => resolveSource({ src, type: src }, page), { dots: text('.a'), slashes: text('/'), points: text('../') }],
  ['MIME type', typeOfMime, { spaces: text(' ', 'a', 'b'), semicolons: text(';') }],
  ['style', fetchesNothing, { brackets: text('('), names: text('a'), calls: text('calc(') }],
  [
    'embed parameters',
    (query) => readParameters(query, query),
    { 'one name': text('src=&'), tracks: text('track=en a&'), 'other names': text('a&'), escapes: text('%'), spaces: text('+', 'track=en') }
  ],
  [
    'clip',
    (address) => parseClip(`a#t=${address}`),
    { colons: text('1:'), digits: text('1'), commas: text(','), fragments: text('#'), names: text('t=&') }
  ],
  ['search', (line) => [matches(line, 'a'), splitAtMatches(line, 'a')], { letters: text('a'), accents: text('a\u0301'), others: text('b') }]
];

/** How many texts of each parser `npm test` reads. */
export const most = 2;
