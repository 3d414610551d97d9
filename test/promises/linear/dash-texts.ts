import { describe, expect, it } from 'vitest';
import { loadDashReaders, loadImscReaders, type DashReaders, type ImscReaders } from './engines.js';
import { largestRatioOf, ratioLimit, ratioOf, repeatToLength } from './ratio.js';

type MakeText = (length: number) => string;

/** Makes a text of `length` characters: a beginning, a repeated piece, and an end. */
const repeatedText =
  (piece: string, before = '', after = ''): MakeText =>
  (length) =>
    Buffer.from(before + repeatToLength(piece, length) + after).toString();

/** Makes a text as `repeatedText` does, but of distinct pieces, each built from its number. */
const numberedPieces =
  (piece: (index: number) => string, before = '', after = ''): MakeText =>
  (length) =>
    before + Array.from({ length: Math.ceil(length / piece(10_000).length) }, (_, index) => piece(index)).join('') + after;

/** Makes a text of which one half comes from `one` and the other from `other`, with a beginning and an end. */
const twoHalves =
  (one: MakeText, other: MakeText, before = '', after = ''): MakeText =>
  (length) =>
    Buffer.from(before + one(length / 2) + other(length / 2) + after).toString();

/** Makes a text of elements that are nested as deeply as its length permits. */
const nested =
  (open: string, close: string, before: string, after: string): MakeText =>
  (length) => {
    const depth = Math.round(length / (open.length + close.length));
    return Buffer.from(before + open.repeat(depth) + close.repeat(depth) + after).toString();
  };

const ignoreErrors = (read: () => unknown): void => {
  try {
    read();
  } catch {
    // Rejected text is not read any further.
  }
};

const [adaptationSetStart, adaptationSetEnd] = ['<MPD><Period><AdaptationSet>', '</AdaptationSet></Period></MPD>'];
const mpdWithAttribute = (name: string, piece: string, attributeEnd = ''): MakeText =>
  repeatedText(piece, `<MPD ${name}="`, `${attributeEnd}"></MPD>`);

const mpdTexts: Readonly<Record<string, MakeText>> = {
  attributes: numberedPieces((index) => ` a${index}="1"`, '<MPD', '></MPD>'),
  'one attribute': repeatedText(' a="1"', '<MPD', '></MPD>'),
  nesting: nested('<a>', '</a>', '<MPD>', '</MPD>'),
  elements: numberedPieces((index) => `<a${index}/>`, '<MPD>', '</MPD>'),
  periods: repeatedText('<Period/>', '<MPD>', '</MPD>'),
  representations: repeatedText('<Representation/>', adaptationSetStart, adaptationSetEnd),
  segments: repeatedText(
    '<S t="1" d="1"/>',
    `${adaptationSetStart}<SegmentTemplate><SegmentTimeline>`,
    `</SegmentTimeline></SegmentTemplate>${adaptationSetEnd}`
  ),
  comments: repeatedText('<!---->', '<MPD>', '</MPD>'),
  'a document type': repeatedText('[]', '<!DOCTYPE ', '><MPD></MPD>'),
  'text between elements': repeatedText('a<a/>', '<MPD>', '</MPD>'),
  ampersands: repeatedText('&', '<MPD>', '</MPD>'),
  references: mpdWithAttribute('a', '&#x'),
  'a duration of digits': repeatedText('1', '<MPD mediaPresentationDuration="PT', '"></MPD>'),
  'a duration of points': repeatedText('.', '<MPD mediaPresentationDuration="P', '"></MPD>'),
  'a date': repeatedText('1', '<MPD availabilityStartTime="2030-01-01T00:00:', '"></MPD>'),
  'a number': mpdWithAttribute('a', '1', 'x'),
  'a language': repeatedText('-a', '<MPD><Period><AdaptationSet lang="en-x', '"/></Period></MPD>'),
  'elements that many representations inherit': twoHalves(
    repeatedText('<ContentProtection/>'),
    repeatedText('<Representation/>'),
    adaptationSetStart,
    adaptationSetEnd
  ),
  'attributes that many templates inherit': twoHalves(
    numberedPieces((index) => ` a${index}="1"`, '<Period><SegmentTemplate', '/><AdaptationSet>'),
    repeatedText('<Representation><SegmentTemplate/></Representation>'),
    '<MPD>',
    adaptationSetEnd
  ),
  'a long scheme that many representations inherit': twoHalves(
    repeatedText('a', '<EssentialProperty schemeIdUri="', '"/>'),
    repeatedText('<Representation/>'),
    adaptationSetStart,
    adaptationSetEnd
  )
};

const webVttHeader = 'WEBVTT\n\n';
const cueTimes = '00:00.000 --> 00:09.000';

const webVttTexts: Readonly<Record<string, MakeText>> = {
  cues: repeatedText(`${cueTimes}\na\n\n`, webVttHeader),
  times: repeatedText(`${cueTimes}\n`, webVttHeader),
  arrows: repeatedText('-->\n', webVttHeader),
  'arrows in a line': repeatedText('-->', webVttHeader, '\na\n'),
  'lines of a cue': repeatedText('a\n', `${webVttHeader}${cueTimes}\n`),
  settings: repeatedText(' align:start', webVttHeader + cueTimes, '\na\n'),
  spaces: repeatedText(' ', webVttHeader + cueTimes, '\na\n'),
  'spaces before an arrow': repeatedText(' ', `${webVttHeader}00:00.000`, ' --> 00:09.000\na\n'),
  colons: repeatedText('0:', webVttHeader, ' --> 00:09.000\na\n'),
  'blank lines': repeatedText('\n')
};

const xmlns = 'xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="en"';
export const [ttmlStart, ttmlEnd] = [`<tt ${xmlns}><head/><body><div>`, '</div></body></tt>'];
export const [ttmlHeadStart, ttmlHeadEnd] = [`<tt ${xmlns}><head>`, '</head><body><div>'];
const paragraph = (index: number): string => `<p begin="${index}s" end="${index + 1}s">a</p>`;
const regions = numberedPieces((index) => `<region xml:id="r${index}"/>`, '<layout>', `</layout>${ttmlHeadEnd}`);

const ttmlTexts: Readonly<Record<string, MakeText>> = {
  paragraphs: numberedPieces(paragraph, ttmlStart, ttmlEnd),
  'paragraphs with the same times': repeatedText('<p begin="1s" end="2s">a</p>', ttmlStart, ttmlEnd),
  'paragraphs without an end': numberedPieces((index) => `<p begin="${index}s">a</p>`, ttmlStart, ttmlEnd),
  'paragraphs in reverse order': numberedPieces(
    (index) => `<p begin="${1e6 - index}s" end="${1e6 - index + 1}s">a</p>`,
    ttmlStart,
    ttmlEnd
  ),
  spans: numberedPieces((index) => `<span begin="${index}s" end="${index + 1}s">a</span>`, `${ttmlStart}<p>`, `</p>${ttmlEnd}`),
  'empty spans': repeatedText('<span> </span>', `${ttmlStart}<p>`, `</p>${ttmlEnd}`),
  'text between elements': repeatedText('a<br/>', `${ttmlStart}<p>`, `</p>${ttmlEnd}`),
  'a long text': repeatedText('a', `${ttmlStart}<p>`, `</p>${ttmlEnd}`),
  'nested elements': nested('<div>', '</div>', ttmlStart, ttmlEnd),
  'regions and paragraphs': twoHalves(regions, numberedPieces(paragraph), ttmlHeadStart, ttmlEnd),
  'regions that are used': twoHalves(
    regions,
    numberedPieces((index) => `<p region="r${index}">a</p>`),
    ttmlHeadStart,
    ttmlEnd
  ),
  styles: numberedPieces(
    (index) => `<style xml:id="s${index}" tts:color="red"/>`,
    `${ttmlHeadStart}<styling>`,
    `</styling>${ttmlHeadEnd}${ttmlEnd}`
  ),
  'styles of styles': numberedPieces(
    (index) => `<style xml:id="s${index}" style="s${index + 1} s${index + 1}"/>`,
    `${ttmlHeadStart}<styling>`,
    `</styling>${ttmlHeadEnd}${ttmlEnd}`
  ),
  sets: numberedPieces((index) => `<set begin="${index}s" end="${index + 1}s" tts:color="red"/>`, `${ttmlStart}<p>`, `a</p>${ttmlEnd}`),
  attributes: numberedPieces((index) => ` a${index}="b"`, `${ttmlStart}<p`, `/>${ttmlEnd}`),
  'namespace declarations': numberedPieces((index) => ` xmlns:a${index}="b"`, `${ttmlStart}<p`, `/>${ttmlEnd}`),
  'a time': repeatedText('1:', `${ttmlStart}<p begin="`, `"/>${ttmlEnd}`),
  'a colour': repeatedText('1', `${ttmlStart}<p tts:color="rgb(`, `"/>${ttmlEnd}`),
  'a font': repeatedText('(', `${ttmlStart}<p tts:fontFamily="`, `"/>${ttmlEnd}`),
  'a shadow': repeatedText('1px 1px,', `${ttmlStart}<p tts:textShadow="`, `"/>${ttmlEnd}`),
  'text between metadata elements': repeatedText('a<y/>', `${ttmlHeadStart}<metadata><x>`, `</x></metadata>${ttmlHeadEnd}${ttmlEnd}`)
};

const readTtml =
  ({ fromXML, generateISD }: ImscReaders) =>
  (document: string): void =>
    ignoreErrors(() => {
      const ttmlDocument = fromXML(document, () => {});
      for (const time of ttmlDocument.getMediaTimeEvents()) generateISD(ttmlDocument, time, () => {});
    });
const readMpd =
  ({ mpd }: DashReaders) =>
  (manifest: string): void =>
    ignoreErrors(() => mpd.parse(manifest));
const readWebVtt =
  ({ vtt }: DashReaders) =>
  (file: string): void =>
    ignoreErrors(() => vtt.parse(file));

export const [patchedDash, originalDash, patchedImsc, originalImsc] = await Promise.all([
  loadDashReaders(),
  loadDashReaders([]),
  loadImscReaders(),
  loadImscReaders([])
]);

/** The options of a test with a time limit that is long enough for a busy machine. */
export const longTimeout = { timeout: 120_000 };

/** The same for a measured ratio, which is measured again if it exceeds the limit: a quadratic parser exceeds it both times. */
const measuredTwice = { ...longTimeout, retry: 1 };

/** The texts that `npm test` reads: some for which the replacements of the build exist, and some of other kinds. */
const representativeNames: Readonly<Record<'mpd' | 'vtt' | 'ttml', readonly string[]>> = {
  mpd: [
    'attributes',
    'nesting',
    'representations',
    'a duration of digits',
    'elements that many representations inherit',
    'a long scheme that many representations inherit'
  ],
  vtt: ['cues', 'arrows', 'spaces before an arrow'],
  ttml: ['paragraphs', 'nested elements', 'styles', 'attributes']
};

/** Defines the tests of the texts that `npm test` reads if `areRepresentative` is set, and of the other texts if not. */
export function testTexts(areRepresentative: boolean): void {
  const isInPart = (kind: keyof typeof representativeNames) => (name: string) =>
    representativeNames[kind].includes(name) === areRepresentative;
  const selectTexts = (kind: keyof typeof representativeNames, texts: Readonly<Record<string, MakeText>>) =>
    Object.entries(texts).filter(([name]) => isInPart(kind)(name));

  describe('dash.js with the replacements of the build', () => {
    it.each(selectTexts('mpd', mpdTexts))('takes linear time for an MPD with %s', measuredTwice, (_, make) => {
      expect(ratioOf(make, readMpd(patchedDash))).toBeLessThan(ratioLimit);
    });

    it.each(selectTexts('vtt', webVttTexts))('takes linear time for WebVTT with %s', measuredTwice, (_, make) => {
      expect(ratioOf(make, readWebVtt(patchedDash))).toBeLessThan(ratioLimit);
    });

    it.each(
      (
        [
          ['elements that many representations inherit', 50_000],
          ['attributes that many templates inherit', 20_000],
          ['a long scheme that many representations inherit', 240_000]
        ] as const
      ).filter(([name]) => isInPart('mpd')(name))
    )('canary: takes quadratic time without the replacements for an MPD with %s', longTimeout, (name, length) => {
      expect(largestRatioOf(mpdTexts[name]!, readMpd(originalDash), length)).toBeGreaterThanOrEqual(ratioLimit);
    });
  });

  describe('imsc.js with the replacements of the build', () => {
    it.each(selectTexts('ttml', ttmlTexts))('takes linear time for TTML with %s', measuredTwice, (_, make) => {
      expect(ratioOf(make, readTtml(patchedImsc))).toBeLessThan(ratioLimit);
    });

    it.each(
      (
        [
          ['paragraphs without an end', 5000],
          ['regions and paragraphs', 60_000],
          ['attributes', 200_000]
        ] as const
      ).filter(([name]) => isInPart('ttml')(name))
    )('canary: takes quadratic time without the replacements for TTML with %s', longTimeout, (name, length) => {
      expect(largestRatioOf(ttmlTexts[name]!, readTtml(originalImsc), length)).toBeGreaterThanOrEqual(ratioLimit);
    });
  });
}
