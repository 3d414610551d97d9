import { describe, expect, it } from 'vitest';
import { isSubRip, toWebVtt } from '../../src/lib/captions-file.js';
import { readWebVtt } from '../../src/lib/webvtt.js';

const srt = (...blocks: string[]) => blocks.join('\n\n');

describe('a file of SubRip', () => {
  it.each([
    ['1\n00:00:01,000 --> 00:00:02,500\nHello', true],
    ['\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nHello', true],
    ['\n\n12\n0:0:1,5 --> 0:0:2\nHello', true],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nHello', false],
    ['', false],
    ['<!doctype html>', false]
  ])('is known by its beginning: %j is %s', (text, is) => expect(isSubRip(text)).toBe(is));

  it('becomes WebVTT: times, text, several lines', () => {
    const file = srt('1\n00:00:01,000 --> 00:00:02,500\nHello,\nworld.', '2\n1:2:3,5 --> 01:02:04,25 X1:40 X2:600\nLater');
    expect(readWebVtt(toWebVtt(file))).toEqual([
      { start: 1, end: 2.5, text: 'Hello,\nworld.' },
      { start: 3723.5, end: 3724.25, text: 'Later' }
    ]);
  });

  it('keeps bold, italic and underlined, and drops what it cannot show', () => {
    const file = srt('1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<I>One</I> <font color="#f00" face="x">two</font> <b>three</b>');
    expect(readWebVtt(toWebVtt(file))[0]!.text).toBe('<i>One</i> two <b>three</b>');
  });

  it('loses no text to a character that WebVTT takes for markup', () => {
    const file = srt('1\n00:00:01,000 --> 00:00:02,000\n1 < 2 & 3 <script>x</script> &amp; &lt;');
    expect(readWebVtt(toWebVtt(file))[0]!.text).toBe('1 &lt; 2 &amp; 3 &lt;script>x&lt;/script> &amp; &lt;');
  });

  it('leaves out a cue below zero, and keeps its neighbours', () => {
    const file = srt(
      '1\n00:00:00,500 --> 00:00:01,000\nOne',
      '2\n-00:00:01,000 --> 00:00:01,000\nBefore',
      '3\n00:00:02,000 --> 00:00:03,000\nTwo'
    );
    expect(readWebVtt(toWebVtt(file)).map(({ text }) => text)).toEqual(['One', 'Two']);
  });
});

describe('a file of WebVTT', () => {
  it('loses its style sheets, and nothing else', () => {
    const blocks = [
      'WEBVTT',
      'STYLE\n::cue { background: url(https://evil.test/x) }',
      'NOTE STYLE',
      'STYLED\n00:01.000 --> 00:02.000\nSTYLE',
      'STYLE\r\n::cue {}'
    ];
    const left = toWebVtt(blocks.join('\n\n'));
    expect(left).toBe('WEBVTT\n\nNOTE STYLE\n\nSTYLED\n00:01.000 --> 00:02.000\nSTYLE');
  });

  it('stays what it is without them', () => {
    const file = 'WEBVTT - title\n\nREGION\nid:a\n\n1\n00:01.000 --> 00:02.000 line:0\n<v Ann>Hi';
    expect(toWebVtt(file)).toBe(file);
  });
});
