import { describe, expect, it } from 'vitest';
import { toWebVttInSlices } from '../../src/lib/captions-file.js';
import { isJsonChapters, jsonChaptersToWebVtt } from '../../src/lib/json-chapters.js';

const base = 'https://media.test/shows/1/chapters.json';
const convert = (chapters: unknown): string => jsonChaptersToWebVtt(JSON.stringify({ version: '1.2.0', chapters }), base);

describe('JSON chapters', () => {
  it('become cues, each until the next one starts', () => {
    expect(
      convert([
        { startTime: 0, title: 'Intro' },
        { startTime: 65.25, title: 'Guest' },
        { startTime: 3700, endTime: 3800 }
      ])
    ).toBe('WEBVTT\n\n00:00:00.000 --> 00:01:05.250\nIntro\n\n00:01:05.250 --> 01:01:40.000\nGuest\n\n01:01:40.000 --> 01:03:20.000\n\n');
  });

  it('have their image in the identifier, resolved against the file', () => {
    const lines = convert([
      { startTime: 0, title: 'A', img: 'a.jpg' },
      { startTime: 1, title: 'B', img: 'https://other.test/b.jpg?x=1-->2' }
    ]).split('\n');
    expect(lines[2]).toBe('image:https://media.test/shows/1/a.jpg');
    // An arrow would make the line a timing.
    expect(lines[6]).not.toContain('-->');
  });

  it.each(['javascript:alert(1)', 'data:image/png;base64,AA', 'blob:https://media.test/1', '', 7, null, 'x'.repeat(3000)])(
    'have no image at %s',
    (img) => expect(convert([{ startTime: 0, title: 'A', img }])).not.toContain('image:')
  );

  it('are sorted, and those that are not for the list are left out', () => {
    const text = convert([
      { startTime: 9, title: 'Last' },
      { startTime: 5, title: 'Hidden', toc: false },
      { startTime: 1, title: 'First' }
    ]);
    expect(text.match(/[A-Z][a-z]+$/gm)).toEqual(['First', 'Last']);
  });

  it('contain their titles as text, in one line', () => {
    const text = convert([{ startTime: 0, title: 'A <b>bold</b>\n\n00:00:01.000 --> 00:00:02.000\nB & C' }]);
    expect(text.split('\n\n')).toHaveLength(2);
    expect(text).toContain('A &lt;b&gt;bold&lt;/b&gt; 00:00:01.000 --&gt; 00:00:02.000 B &amp; C');
  });

  it.each([
    ['no JSON', '{"chapters":'],
    ['no list', '{"chapters":{}}'],
    ['null', '{"chapters":[null,1,"x",[]]}'],
    ['no times', '{"chapters":[{"title":"A"},{"startTime":"0"},{"startTime":-1},{"startTime":1e9}]}'],
    ['a prototype', '{"__proto__":{"chapters":[{"startTime":0}]}}']
  ])('are none in a file with %s', (_, text) => expect(jsonChaptersToWebVtt(text, base)).not.toContain('-->'));

  it('are at most 500, with titles of at most 500 letters', () => {
    const text = convert(Array.from({ length: 2000 }, (_, index) => ({ startTime: index, title: 'x'.repeat(9000) })));
    expect([text.match(/-->/g)!.length, Math.max(...text.split('\n').map(({ length }) => length))]).toEqual([500, 500]);
  });

  it('are converted in a file of chapters, and in no other', async () => {
    const text = JSON.stringify({ chapters: [{ startTime: 0, title: 'Intro' }] });
    expect(await toWebVttInSlices(text, { chaptersUrl: base })).toContain('Intro');
    expect(await toWebVttInSlices('WEBVTT\n\n00:00.000 --> 00:01.000\nIntro', { chaptersUrl: base })).toContain('\nIntro');
    expect(await toWebVttInSlices(text)).not.toContain('-->');
  });

  it('are recognised by their first character', () => {
    expect(['{', '\uFEFF\n {', 'WEBVTT', '1\n00:00', '['].map(isJsonChapters)).toEqual([true, true, false, false, false]);
  });
});
