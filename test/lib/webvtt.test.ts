import { describe, expect, it } from 'vitest';
import { readWebVtt } from '../../src/lib/webvtt.js';

const fileWithCue = (timing: string, text = 'x'): string => `WEBVTT\n\n${timing}\n${text}\n`;

describe('readWebVtt()', () => {
  it.each([
    ['00:00:01.000 --> 00:00:02.500', 1, 2.5],
    ['00:01.000 --> 01:00.250', 1, 60.25],
    ['100:00:00.000 --> 100:00:01.000', 360_000, 360_001],
    ['00:01.000 --> 00:02.000 line:0 position:20%', 1, 2],
    ['00:01.000\t-->\t00:02.000', 1, 2]
  ])('reads the times of %s', (timing, start, end) => expect(readWebVtt(fileWithCue(timing))).toEqual([{ start, end, text: 'x' }]));

  it.each([
    '00:02.000 --> 00:01.000',
    '00:01.000 -> 00:02.000',
    '00:01,000 --> 00:02,000',
    '00:99.000 --> 00:99.500',
    '-1 --> 2',
    'no timing at all'
  ])('ignores a cue with the times %s', (timing) => expect(readWebVtt(fileWithCue(timing))).toEqual([]));

  it('reads a file with cue identifiers, notes, styles, cues of several lines, CRLF and a byte order mark', () => {
    const file =
      '\uFEFFWEBVTT - title\r\n\r\nNOTE 00:00.000 --> no\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nintro\r\n00:00.000 --> 00:01.000\r\none\r\ntwo\r\n\r\n\r\n00:01.000 --> 00:02.000\r\nthree';
    expect(readWebVtt(file).map(({ text }) => text)).toEqual(['one\ntwo', 'three']);
  });

  it('sorts the cues by their start', () => {
    expect(readWebVtt('WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na').map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it.each(['', '<!doctype html><p>404', 'WEBVTTX\n\n00:00.000 --> 00:01.000\nx', '{}'])('finds no cues in %j', (file) =>
    expect(readWebVtt(file)).toEqual([])
  );

  it('returns markup unchanged, as text', () => {
    expect(readWebVtt(fileWithCue('00:00.000 --> 00:01.000', '<img src=x onerror=alert(1)>'))[0]!.text).toBe(
      '<img src=x onerror=alert(1)>'
    );
  });

  it('reads at most 20,000 cues', () => {
    const file = `WEBVTT\n\n${'00:00.000 --> 00:01.000\nx\n\n'.repeat(30_000)}`;
    expect(readWebVtt(file)).toHaveLength(20_000);
  });
});
