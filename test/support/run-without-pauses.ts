import type { Slices } from '../../src/lib/slices.js';

/** Runs work that is divided into slices to its end, without a pause between the slices, and returns its result. */
export function runWithoutPauses<Result>(work: Slices<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
