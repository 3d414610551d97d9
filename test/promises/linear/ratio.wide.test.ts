import { expect, it } from 'vitest';
import { ratioLimit, ratioOf } from './ratio.js';

/** Runs a number of steps, each of which depends on the one before it. */
function runSteps(count: number): number {
  let value = 1;
  for (let step = 0; step < count; step++) value = (Math.imul(value, 1_103_515_245) + 12_345) | 0;
  return value;
}

const makeText = (length: number): string => 'a'.repeat(length);
const longTimeout = { timeout: 120_000 };

it('calls a parser linear whose steps grow with the text', longTimeout, () => {
  expect(ratioOf(makeText, ({ length }) => runSteps(length * 200))).toBeLessThan(ratioLimit);
});

it('calls a parser linear whose steps grow with the square of the text up to a limit of an eighth', longTimeout, () => {
  expect(ratioOf(makeText, ({ length }) => runSteps(Math.min(length, 125_000) ** 2 / 5))).toBeLessThan(ratioLimit);
});

it('canary: calls a parser too slow whose steps grow with the square of the text, without reading the whole text', longTimeout, () => {
  let longest = 0;
  const read = ({ length }: string) => {
    longest = Math.max(longest, length);
    return runSteps(length ** 2 / 5);
  };
  expect(ratioOf(makeText, read)).toBe(Infinity);
  expect(longest).toBeLessThan(500_000);
});
