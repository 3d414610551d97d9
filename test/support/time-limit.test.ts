import { expect, it } from 'vitest';
import { startTimeLimit } from './time-limit.mjs';

/** A limit of 45 minutes, with a clock that the test sets. */
function startClock() {
  const clock = { minutes: 100 };
  return { clock, limit: startTimeLimit(45, () => clock.minutes) };
}

it('startTimeLimit() expects the minutes of a slow machine until a step has ended', () => {
  const { clock, limit } = startClock();
  expect(limit.fits(45)).toBe(true);
  clock.minutes += 1;
  expect(limit.fits(45)).toBe(false);
});

it('startTimeLimit() expects shorter steps on a fast machine, and longer ones on a machine that is slower still', () => {
  const { clock, limit } = startClock();
  clock.minutes += 10;
  limit.record(20, 10);
  expect(limit.fits(70)).toBe(true);
  expect(limit.fits(71)).toBe(false);
  clock.minutes += 20;
  limit.record(10, 50);
  expect(limit.fits(7)).toBe(true);
  expect(limit.fits(8)).toBe(false);
});

it('startTimeLimit() lets every step run without a limit', () => {
  const limit = startTimeLimit(Infinity);
  limit.record(1, 100);
  expect(limit.fits(1000)).toBe(true);
});
