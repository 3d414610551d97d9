import { describe, expect, it } from 'vitest';
import { dashReaders, imscReaders, type DashReaders, type ImscReaders } from './engines.js';
import { largestRatioOf, limit, ratioOf, repeat } from './ratio.js';

type Make = (length: number) => string;

/** A text of `length` characters: a beginning, a repeated piece, and an end. */
const text =
  (piece: string, before = '', after = ''): Make =>
  (length) =>
    Buffer.from(before + repeat(piece, length) + after).toString();

/** The same with distinct pieces, each built from its number. */
const pieces =
  (piece: (at: number) => string, before = '', after = ''): Make =>
  (length) =>
    before + Array.from({ length: Math.ceil(length / piece(10_000).length) }, (_, at) => piece(at)).join('') + after;

/** Half of one piece and half of another, with a beginning and an end. */
const both =
  (one: Make, other: Make, before = '', after = ''): Make =>
  (length) =>
    Buffer.from(before + one(length / 2) + other(length / 2) + after).toString();

const nested =
  (open: string, close: string, before: string, after: string): Make =>
  (length) => {
    const depth = Math.round(length / (open.length + close.length));
    return Buffer.from(before + open.repeat(depth) + close.repeat(depth) + after).toString();
  };

const attempt = (read: () => unknown): void => {
  try {
    read();
  } catch {
    // Rejected text is not read any further.
  }
};

const [set, endOfSet] = ['<MPD><Period><AdaptationSet>', '</AdaptationSet></Period></MPD>'];
const attribute = (name: string, piece: string, end = ''): Make => text(piece, `<MPD ${name}="`, `${end}"></MPD>`);

const mpds: Readonly<Record<string, Make>> = {
  attributes: pieces((at) => ` a${at}="1"`, '<MPD', '></MPD>'),
  'one attribute': text(' a="1"', '<MPD', '></MPD>'),
  nesting: nested('<a>', '</a>', '<MPD>', '</MPD>'),
  elements: pieces((at) => `<a${at}/>`, '<MPD>', '</MPD>'),
  periods: text('<Period/>', '<MPD>', '</MPD>'),
  representations: text('<Representation/>', set, endOfSet),
  segments: text('<S t="1" d="1"/>', `${set}<SegmentTemplate><SegmentTimeline>`, `</SegmentTimeline></SegmentTemplate>${endOfSet}`),
  comments: text('<!---->', '<MPD>', '</MPD>'),
  'a document type': text('[]', '<!DOCTYPE ', '><MPD></MPD>'),
  'text between elements': text('a<a/>', '<MPD>', '</MPD>'),
  ampersands: text('&', '<MPD>', '</MPD>'),
  references: attribute('a', '&#x'),
  'a duration of digits': text('1', '<MPD mediaPresentationDuration="PT', '"></MPD>'),
  'a duration of points': text('.', '<MPD mediaPresentationDuration="P', '"></MPD>'),
  'a date': text('1', '<MPD availabilityStartTime="2030-01-01T00:00:', '"></MPD>'),
  'a number': attribute('a', '1', 'x'),
  'a language': text('-a', '<MPD><Period><AdaptationSet lang="en-x', '"/></Period></MPD>'),
  'elements that many representations inherit': both(text('<ContentProtection/>'), text('<Representation/>'), set, endOfSet),
  'attributes that many templates inherit': both(
    pieces((at) => ` a${at}="1"`, '<Period><SegmentTemplate', '/><AdaptationSet>'),
    text('<Representation><SegmentTemplate/></Representation>'),
    '<MPD>',
    endOfSet
  ),
  'a long scheme that many representations inherit': both(
    text('a', '<EssentialProperty schemeIdUri="', '"/>'),
    text('<Representation/>'),
    set,
    endOfSet
  )
};

const vtt = 'WEBVTT\n\n';
const time = '00:00.000 --> 00:09.000';

const captions: Readonly<Record<string, Make>> = {
  cues: text(`${time}\na\n\n`, vtt),
  times: text(`${time}\n`, vtt),
  arrows: text('-->\n', vtt),
  'arrows in a line': text('-->', vtt, '\na\n'),
  'lines of a cue': text('a\n', `${vtt}${time}\n`),
  settings: text(' align:start', vtt + time, '\na\n'),
  spaces: text(' ', vtt + time, '\na\n'),
  'spaces before an arrow': text(' ', `${vtt}00:00.000`, ' --> 00:09.000\na\n'),
  colons: text('0:', vtt, ' --> 00:09.000\na\n'),
  'blank lines': text('\n')
};

const xmlns = 'xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="en"';
export const [begin, end] = [`<tt ${xmlns}><head/><body><div>`, '</div></body></tt>'];
export const [inHead, toBody] = [`<tt ${xmlns}><head>`, '</head><body><div>'];
const p = (at: number): string => `<p begin="${at}s" end="${at + 1}s">a</p>`;
const regions = pieces((at) => `<region xml:id="r${at}"/>`, '<layout>', `</layout>${toBody}`);

const documents: Readonly<Record<string, Make>> = {
  paragraphs: pieces(p, begin, end),
  'paragraphs with the same times': text('<p begin="1s" end="2s">a</p>', begin, end),
  'paragraphs without an end': pieces((at) => `<p begin="${at}s">a</p>`, begin, end),
  'paragraphs in reverse order': pieces((at) => `<p begin="${1e6 - at}s" end="${1e6 - at + 1}s">a</p>`, begin, end),
  spans: pieces((at) => `<span begin="${at}s" end="${at + 1}s">a</span>`, `${begin}<p>`, `</p>${end}`),
  'empty spans': text('<span> </span>', `${begin}<p>`, `</p>${end}`),
  'text between elements': text('a<br/>', `${begin}<p>`, `</p>${end}`),
  'a long text': text('a', `${begin}<p>`, `</p>${end}`),
  'nested elements': nested('<div>', '</div>', begin, end),
  'regions and paragraphs': both(regions, pieces(p), inHead, end),
  'regions that are used': both(
    regions,
    pieces((at) => `<p region="r${at}">a</p>`),
    inHead,
    end
  ),
  styles: pieces((at) => `<style xml:id="s${at}" tts:color="red"/>`, `${inHead}<styling>`, `</styling>${toBody}${end}`),
  'styles of styles': pieces(
    (at) => `<style xml:id="s${at}" style="s${at + 1} s${at + 1}"/>`,
    `${inHead}<styling>`,
    `</styling>${toBody}${end}`
  ),
  sets: pieces((at) => `<set begin="${at}s" end="${at + 1}s" tts:color="red"/>`, `${begin}<p>`, `a</p>${end}`),
  attributes: pieces((at) => ` a${at}="b"`, `${begin}<p`, `/>${end}`),
  'namespace declarations': pieces((at) => ` xmlns:a${at}="b"`, `${begin}<p`, `/>${end}`),
  'a time': text('1:', `${begin}<p begin="`, `"/>${end}`),
  'a colour': text('1', `${begin}<p tts:color="rgb(`, `"/>${end}`),
  'a font': text('(', `${begin}<p tts:fontFamily="`, `"/>${end}`),
  'a shadow': text('1px 1px,', `${begin}<p tts:textShadow="`, `"/>${end}`),
  'text between metadata elements': text('a<y/>', `${inHead}<metadata><x>`, `</x></metadata>${toBody}${end}`)
};

const readTtml =
  ({ fromXML, generateISD }: ImscReaders) =>
  (document: string): void =>
    attempt(() => {
      const read = fromXML(document, () => {});
      for (const at of read.getMediaTimeEvents()) generateISD(read, at, () => {});
    });
const readMpd =
  ({ mpd }: DashReaders) =>
  (manifest: string): void =>
    attempt(() => mpd.parse(manifest));
const readVtt =
  ({ vtt }: DashReaders) =>
  (file: string): void =>
    attempt(() => vtt.parse(file));

export const [dash, plainDash, imsc, plainImsc] = await Promise.all([dashReaders(), dashReaders([]), imscReaders(), imscReaders([])]);

/** The time limit of a test, long enough for a busy machine. */
export const slow = { timeout: 120_000 };

/** The texts that `npm test` reads: some that the replacements of the build are for, and some of other kinds. */
const most: Readonly<Record<'mpd' | 'vtt' | 'ttml', readonly string[]>> = {
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

/** Describes the tests of the texts that `npm test` reads, or of the others. */
export function testTexts(representative: boolean): void {
  const inPart = (kind: keyof typeof most) => (name: string) => most[kind].includes(name) === representative;
  const rows = (kind: keyof typeof most, texts: Readonly<Record<string, Make>>) =>
    Object.entries(texts).filter(([name]) => inPart(kind)(name));

  describe('dash.js with the replacements of the build', () => {
    it.each(rows('mpd', mpds))('takes linear time for an MPD with %s', slow, (_, make) => {
      expect(ratioOf(make, readMpd(dash))).toBeLessThan(limit);
    });

    it.each(rows('vtt', captions))('takes linear time for WebVTT with %s', slow, (_, make) => {
      expect(ratioOf(make, readVtt(dash))).toBeLessThan(limit);
    });

    it.each(
      (
        [
          ['elements that many representations inherit', 50_000],
          ['attributes that many templates inherit', 20_000],
          ['a long scheme that many representations inherit', 160_000]
        ] as const
      ).filter(([name]) => inPart('mpd')(name))
    )('canary: without the replacements, takes quadratic time for an MPD with %s', slow, (name, length) => {
      expect(largestRatioOf(mpds[name]!, readMpd(plainDash), length)).toBeGreaterThanOrEqual(limit);
    });
  });

  describe('imsc.js with the replacements of the build', () => {
    it.each(rows('ttml', documents))('takes linear time for TTML with %s', slow, (_, make) => {
      expect(ratioOf(make, readTtml(imsc))).toBeLessThan(limit);
    });

    it.each(
      (
        [
          ['paragraphs without an end', 5000],
          ['regions and paragraphs', 60_000],
          ['attributes', 200_000]
        ] as const
      ).filter(([name]) => inPart('ttml')(name))
    )('canary: without the replacements, takes quadratic time for TTML with %s', slow, (name, length) => {
      expect(largestRatioOf(documents[name]!, readTtml(plainImsc), length)).toBeGreaterThanOrEqual(limit);
    });
  });
}
