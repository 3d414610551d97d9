import { describe, expect, it } from 'vitest';
import { toWebVttInSlices } from '../../src/lib/captions-file.js';
import { isJsonChapters, jsonChaptersToWebVtt } from '../../src/lib/json-chapters.js';

const base = 'https://media.test/shows/1/chapters.json';
const convert = (chapters: unknown): string => jsonChaptersToWebVtt(JSON.stringify({ version: '1.2.0', chapters }), base);

describe('JSON chapters', () => {
  it('become cues, each of which ends when the next one starts', () => {
    expect(
      convert([
        { startTime: 0, title: 'Intro' },
        { startTime: 65.25, title: 'Guest' },
        { startTime: 3700, endTime: 3800 }
      ])
    ).toBe('WEBVTT\n\n00:00:00.000 --> 00:01:05.250\nIntro\n\n00:01:05.250 --> 01:01:40.000\nGuest\n\n01:01:40.000 --> 01:03:20.000\n\n');
  });

  it('have the URL of their image in the cue identifier, resolved against the URL of the file', () => {
    const lines = convert([
      { startTime: 0, title: 'A', img: 'a.jpg' },
      { startTime: 1, title: 'B', img: 'https://other.test/b.jpg?x=1-->2' }
    ]).split('\n');
    expect(lines[2]).toBe('image:https://media.test/shows/1/a.jpg');
    // With an arrow, the line would be read as the times of the cue.
    expect(lines[6]).not.toContain('-->');
  });

  it.each(['javascript:alert(1)', 'data:image/png;base64,AA', 'blob:https://media.test/1', '', 7, null, 'x'.repeat(3000)])(
    'have no image in the cue identifier when img is %s',
    (img) => expect(convert([{ startTime: 0, title: 'A', img }])).not.toContain('image:')
  );

  it('are sorted by their start, and left out when their toc is false', () => {
    const text = convert([
      { startTime: 9, title: 'Last' },
      { startTime: 5, title: 'Hidden', toc: false },
      { startTime: 1, title: 'First' }
    ]);
    expect(text.match(/[A-Z][a-z]+$/gm)).toEqual(['First', 'Last']);
  });

  it('become cues with the title as escaped text in one line', () => {
    const text = convert([{ startTime: 0, title: 'A <b>bold</b>\n\n00:00:01.000 --> 00:00:02.000\nB & C' }]);
    expect(text.split('\n\n')).toHaveLength(2);
    expect(text).toContain('A &lt;b&gt;bold&lt;/b&gt; 00:00:01.000 --&gt; 00:00:02.000 B &amp; C');
  });

  it.each([
    ['no JSON', '{"chapters":'],
    ['no list of chapters', '{"chapters":{}}'],
    ['chapters that are no objects', '{"chapters":[null,1,"x",[]]}'],
    ['no valid start times', '{"chapters":[{"title":"A"},{"startTime":"0"},{"startTime":-1},{"startTime":1e9}]}'],
    ['chapters in its prototype only', '{"__proto__":{"chapters":[{"startTime":0}]}}']
  ])('do not become cues when the file has %s', (_, text) => expect(jsonChaptersToWebVtt(text, base)).not.toContain('-->'));

  it('are limited to 500, with titles of at most 500 characters', () => {
    const text = convert(Array.from({ length: 2000 }, (_, index) => ({ startTime: index, title: 'x'.repeat(9000) })));
    expect([text.match(/-->/g)!.length, Math.max(...text.split('\n').map(({ length }) => length))]).toEqual([500, 500]);
  });

  it('are converted by toWebVttInSlices() only with chaptersUrl, which changes no WebVTT file', async () => {
    const text = JSON.stringify({ chapters: [{ startTime: 0, title: 'Intro' }] });
    expect(await toWebVttInSlices(text, { chaptersUrl: base })).toContain('Intro');
    expect(await toWebVttInSlices('WEBVTT\n\n00:00.000 --> 00:01.000\nIntro', { chaptersUrl: base })).toContain('\nIntro');
    expect(await toWebVttInSlices(text)).not.toContain('-->');
  });

  it('are recognised by isJsonChapters() from the first character of the file', () => {
    expect(['{', '\uFEFF\n {', 'WEBVTT', '1\n00:00', '['].map(isJsonChapters)).toEqual([true, true, false, false, false]);
  });
});
