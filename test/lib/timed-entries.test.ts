import { expect, it } from 'vitest';
import { readTimedEntries } from '../../src/lib/timed-entries.js';

it('readTimedEntries() reads WebVTT and JSON', () => {
  const vtt = 'WEBVTT - removed\n\nNOTE why\n\nfirst\n00:01.000 --> 00:02.500\na\nb\n\n01:00:00.000 --> 01:00:01.000\n';
  expect(readTimedEntries(vtt, 'text')).toEqual([
    { start: 1, end: 2.5, text: 'a\nb' },
    { start: 3600, end: 3601, text: '' }
  ]);
  expect(readTimedEntries('[{ "start": 1, "end": 2.5, "xywh": "a" }, {}]', 'xywh')).toEqual([
    { start: 1, end: 2.5, text: 'a' },
    { start: 0, end: Infinity, text: '' }
  ]);
});

it('readTimedEntries() accepts a list without entries', () => {
  expect(readTimedEntries('WEBVTT', 'text')).toEqual([]);
  expect(readTimedEntries('\uFEFFWEBVTT\r\n\r\n', 'text')).toEqual([]);
  expect(readTimedEntries('[]', 'text')).toEqual([]);
});

for (const file of [
  '',
  '<!doctype html>',
  'WEBVTTS\n\n00:01.000 --> 00:02.000',
  'WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 -> 00:04.000 --> 5',
  'WEBVTT\n\n00:02.000 --> 00:01.000',
  'WEBVTT\n\n00:01,000 --> 00:02,000',
  'WEBVTT\n\n1 --> 2',
  'WEBVTT\n\na\nb\n00:01.000 --> 00:02.000',
  'WEBVTT\n\n00:01.000 --> 00:02.000\n00:03.000 --> 00:04.000',
  '{}',
  'null',
  '[null]',
  '[1]',
  '[[1, 2]]',
  '[{ "start": "1", "end": 2 }]',
  '[{ "start": 2, "end": 1 }]',
  '[{ "start": -1, "end": 1 }]',
  '[{ "start": 1, "end": 2, "text": 3 }]',
  '[{ "start": 1, "end": 2 }'
])
  it(`readTimedEntries() refuses the whole file when a part of it cannot be read: ${JSON.stringify(file)}`, () => {
    expect(() => readTimedEntries(file, 'text')).toThrow(SyntaxError);
  });

it('readTimedEntries() refuses more than 1000 entries', () => {
  const file = (count: number) => JSON.stringify(Array.from({ length: count }, (_, index) => ({ start: index, end: index + 1 })));
  expect(readTimedEntries(file(1000), 'text')).toHaveLength(1000);
  expect(() => readTimedEntries(file(1001), 'text')).toThrow('more than 1000');
});
