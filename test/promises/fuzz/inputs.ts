import fc from 'fast-check';
import type { Content } from '../../../src/media/engines/dash/text/ttml.js';

/** The seed of every run; `FUZZ_SEED` sets another one. A failure prints the seed and the shrunk input. */
export const seed = Number(process.env.FUZZ_SEED ?? 20261123);

/** The number of inputs in a run, divided evenly among the targets: 20,000 in `npm test`, a million in `npm run test:fuzz`. */
export const inputCount = Number(process.env.FUZZ_RUNS ?? 20_000);

/** Tokens of URLs, manifests and captions, so that random input reaches beyond the first line of a parser. */
const tokens = [
  ...[
    'http',
    'https',
    'ftp',
    'data',
    'blob',
    'javascript',
    '://',
    '//',
    '/',
    '\\',
    '?',
    '#',
    '@',
    ':',
    '.',
    '..',
    '%',
    '%00',
    '%2e',
    '*.',
    'localhost',
    '[::1]',
    '127.0.0.1',
    'xn--',
    'é'
  ],
  ...[
    'example.com',
    ':443',
    ':99999',
    '.m3u8',
    '.mpd',
    '.mp4',
    'user:pass@',
    'a=b',
    '&',
    '=',
    ';',
    ',',
    '"',
    "'",
    '<',
    '>',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '\0',
    '\ufeff',
    '\u202e',
    '\ud800'
  ],
  ...[
    '#EXTM3U',
    '#EXTINF:',
    '#EXT-X-MEDIA-SEQUENCE:',
    '#EXT-X-ENDLIST',
    '#EXT-X-KEY:METHOD=AES-128,URI="',
    '#EXT-X-STREAM-INF:BANDWIDTH=',
    '#EXT-X-DEFINE:NAME="',
    '{$a}',
    '#EXT-X-TARGETDURATION:'
  ],
  ...[
    '<MPD ',
    '<MPD>',
    '</MPD>',
    'type="dynamic"',
    'availabilityStartTime="',
    '<BaseURL>',
    '<UTCTiming value="',
    'xmlns',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&#x0;',
    '<!DOCTYPE',
    '<?xml '
  ],
  ...[
    'WEBVTT',
    '00:00:01.000 --> 00:00:02.000',
    '99:99:99.999',
    '-1',
    '0',
    '1e308',
    'NaN',
    'Infinity',
    '9007199254740993',
    '{"context":"jet-player","v":1}',
    'method',
    'src=',
    'start-time=',
    'https://*.example.com'
  ]
];

/** Random text, or a random sequence of the tokens. */
export const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...tokens) }, fc.string({ maxLength: 6 })), { maxLength: 25 })
    .map((parts) => parts.join(''))
);

/** Complete and partial tags, comments and other pieces of XML. */
const xmlPieces = [
  ...[
    '<a>',
    '</a>',
    '<b/>',
    '<x:c d="e">',
    '</x:c>',
    '<a b="c" d=\'e>\'/>',
    '<A',
    ' a="',
    ' a=',
    " b='",
    '"',
    "'",
    '>',
    '/>',
    '<',
    '</',
    ' ',
    '\n'
  ],
  ...[
    '<!--',
    '-->',
    '<!-->',
    '--',
    '<?',
    '?>',
    '<?xml version="1.0"?>',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE',
    '[',
    ']',
    ' \u00e9="x"',
    ' _1="x"',
    'x',
    '='
  ]
];

/** A text that is XML, or nearly XML. */
export const markup = fc.array(fc.constantFrom(...xmlPieces), { maxLength: 12 }).map((parts) => `<MPD>${parts.join('')}</MPD>`);

/** The content that a TTML parser returns for one time, nested at random. */
export const ttml = fc.letrec<{ node: Content }>((tie) => ({
  node: fc.record({
    kind: fc.option(fc.constantFrom('region', 'body', 'div', 'p', 'span', 'br', 'image'), { nil: undefined }),
    text: fc.option(text, { nil: undefined, freq: 2 }),
    contents: fc.option(fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'ttml' }), { nil: undefined, depthIdentifier: 'ttml' })
  }) as fc.Arbitrary<Content>
})).node;

export const url = fc.oneof({ weight: 2, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) }, text);

export const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  text.map((value) => new TextEncoder().encode(value))
);

/** Any value that a message can carry. */
export const anyValue = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true });
