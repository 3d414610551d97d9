import { expect, it } from 'vitest';
import { readPassages } from '../../../src/media/withdrawn/read-passages.js';

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
