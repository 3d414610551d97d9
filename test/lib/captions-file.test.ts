import { describe, expect, it } from 'vitest';
import { isSubRip, toWebVtt as convertInSlices } from '../../src/lib/captions-file.js';
import { readWebVtt } from '../../src/lib/webvtt.js';
import { runWithoutPauses } from '../support/run-without-pauses.js';

const toWebVtt = (text: string): string => runWithoutPauses(convertInSlices(text));
/** A SubRip file of these blocks. */
const srt = (...blocks: string[]) => blocks.join('\n\n');

it.each([
  ['1\n00:00:01,000 --> 00:00:02,500\nHello', true],
  ['\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nHello', true],
  ['\n\n12\n0:0:1,5 --> 0:0:2\nHello', true],
  ['WEBVTT\n\n00:01.000 --> 00:02.000\nHello', false],
  ['', false],
  ['<!doctype html>', false]
])('isSubRip(%j) returns %s', (text, expected) => expect(isSubRip(text)).toBe(expected));

describe('toWebVtt() with a SubRip file', () => {
  it('converts times and text of several lines', () => {
    const file = srt('1\n00:00:01,000 --> 00:00:02,500\nHello,\nworld.', '2\n1:2:3,5 --> 01:02:04,25 X1:40 X2:600\nLater');
    expect(readWebVtt(toWebVtt(file))).toEqual([
      { start: 1, end: 2.5, text: 'Hello,\nworld.' },
      { start: 3723.5, end: 3724.25, text: 'Later' }
    ]);
  });

  it('keeps bold, italic and underlined text, and removes unsupported markup', () => {
    const file = srt('1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<I>One</I> <font color="#f00" face="x">two</font> <b>three</b>');
    expect(readWebVtt(toWebVtt(file))[0]!.text).toBe('<i>One</i> two <b>three</b>');
  });

  it('keeps the text after an unclosed override tag', () => {
    const file = srt('1\n00:00:01,000 --> 00:00:02,000\none {\\an8} two {\\i1 three');
    expect(readWebVtt(toWebVtt(file))[0]!.text).toBe('one  two {\\i1 three');
  });

  it('removes style sheets', () => {
    const file = srt('1\n00:00:01,000 --> 00:00:02,000\none', 'STYLE\n::cue { color: red }', '2\n00:00:03,000 --> 00:00:04,000\ntwo');
    expect(toWebVtt(file)).not.toContain('::cue');
    expect(readWebVtt(toWebVtt(file))).toHaveLength(2);
  });

  it('escapes characters that are WebVTT markup', () => {
    const file = srt('1\n00:00:01,000 --> 00:00:02,000\n1 < 2 & 3 <script>x</script> &amp; &lt;');
    expect(readWebVtt(toWebVtt(file))[0]!.text).toBe('1 &lt; 2 &amp; 3 &lt;script>x&lt;/script> &amp; &lt;');
  });

  it('removes a cue with a negative time, and keeps its neighbours', () => {
    const file = srt(
      '1\n00:00:00,500 --> 00:00:01,000\nOne',
      '2\n-00:00:01,000 --> 00:00:01,000\nBefore',
      '3\n00:00:02,000 --> 00:00:03,000\nTwo'
    );
    expect(readWebVtt(toWebVtt(file)).map(({ text }) => text)).toEqual(['One', 'Two']);
  });
});

describe('toWebVtt() with a WebVTT file', () => {
  it('removes the style sheets and keeps everything else', () => {
    const blocks = [
      'WEBVTT',
      'STYLE\n::cue { background: url(https://evil.test/x) }',
      'NOTE STYLE',
      'STYLED\n00:01.000 --> 00:02.000\nSTYLE',
      'STYLE\r\n::cue {}'
    ];
    expect(toWebVtt(blocks.join('\n\n'))).toBe('WEBVTT\n\nNOTE STYLE\n\nSTYLED\n00:01.000 --> 00:02.000\nSTYLE');
  });

  it.each(['STYLE\f', 'STYLE \t\f ', 'STYLE\v'])('removes a style sheet whose first line is %j', (firstLine) => {
    expect(toWebVtt(`WEBVTT\n\n${firstLine}\n::cue { color: red }\n\n00:01.000 --> 00:02.000\nx`)).toBe(
      'WEBVTT\n\n00:01.000 --> 00:02.000\nx'
    );
  });

  it('returns a file without style sheets unchanged', () => {
    const file = 'WEBVTT - title\n\nREGION\nid:a\n\n1\n00:01.000 --> 00:02.000 line:0\n<v Ann>Hi';
    expect(toWebVtt(file)).toBe(file);
  });
});

describe('toWebVtt() with a metadata file, whose cues no browser shows', () => {
  const convertMetadata = (text: string): string => runWithoutPauses(convertInSlices(text, { isRendered: false }));
  const longLine = JSON.stringify({ image: 'A'.repeat(20_000), markup: '<b>'.repeat(40), and: '{\\an8} & <x>' });

  it.each([
    ['WebVTT', `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${longLine}`],
    ['SubRip', `1\n00:00:01,000 --> 00:00:02,000\n${longLine}`]
  ])('keeps long lines with any text, which it changes in captions: %s', (_, file) => {
    const keepsLine = (converted: string) => converted.endsWith(`\n${longLine}`);
    expect([keepsLine(convertMetadata(file)), keepsLine(toWebVtt(file))], 'metadata, and captions').toEqual([true, false]);
  });

  it('removes style sheets, and all but 50 cues with the same times', () => {
    const cue = '00:00:01.000 --> 00:00:02.000\nx';
    const converted = convertMetadata(['WEBVTT', 'STYLE\n::cue { color: red }', ...Array.from({ length: 60 }, () => cue)].join('\n\n'));
    expect(converted).not.toContain('::cue');
    expect(converted.split('-->').length - 1).toBe(50);
  });
});
