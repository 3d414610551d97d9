import { expect, it } from 'vitest';
import { mergePassages, readPassages, readPassagesFile } from '../../../src/media/withdrawn/read-passages.js';

it('readPassages() reads starts and ends in any order, and merges passages that touch or overlap', () => {
  expect(readPassages('')).toEqual([]);
  expect(readPassages('  ')).toEqual([]);
  expect(readPassages('120-135.5 300-320')).toEqual([
    { start: 120, end: 135.5 },
    { start: 300, end: 320 }
  ]);
  expect(readPassages('300-320,120-130\n130-135.5 125-128')).toEqual([
    { start: 120, end: 135.5 },
    { start: 300, end: 320 }
  ]);
});

for (const list of [
  '120',
  '120-',
  '-5-10',
  '20-10',
  '5-5',
  '1:20-1:30',
  '1e3-2e3',
  'abc',
  '10-20 x',
  '10-20;30-40',
  'NaN-Infinity',
  '10–20'
])
  it(`readPassages() refuses the whole list when a part of it cannot be read: ${list}`, () => {
    expect(() => readPassages(list)).toThrow(expect.objectContaining({ code: 'policy/withdrawn' }));
  });

it('readPassages() refuses more than 1000 passages', () => {
  const list = (count: number) => Array.from({ length: count }, (_, index) => `${index * 2}-${index * 2 + 1}`).join(' ');
  expect(readPassages(list(1000))).toHaveLength(1000);
  expect(() => readPassages(list(1001))).toThrow('cannot be read');
});

it('readPassagesFile() reads the times of WebVTT cues and of JSON entries, in any order, and merges those that touch', () => {
  const passages = [
    { start: 120, end: 135.5 },
    { start: 300, end: 320 }
  ];
  expect(readPassagesFile('WEBVTT\n\n05:00.000 --> 05:20.000\nkeep\n\n02:00.000 --> 02:10.000\n\n02:10.000 --> 02:15.500\n')).toEqual(
    passages
  );
  expect(readPassagesFile('[{ "start": 300, "end": 320 }, { "start": 120, "end": 135.5, "text": "a name" }]')).toEqual(passages);
  expect(readPassagesFile('[]')).toEqual([]);
});

it('readPassagesFile() refuses a passage without an end', () => {
  expect(() => readPassagesFile('[{ "start": 120 }]')).toThrow('has no end');
});

it('mergePassages() does not change the given list', () => {
  const passages = Object.freeze([
    { start: 2, end: 3 },
    { start: 1, end: 2 }
  ]);
  expect(mergePassages(passages)).toEqual([{ start: 1, end: 3 }]);
});
