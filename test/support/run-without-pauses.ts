import type { Slices } from '../../src/lib/slices.js';

/** Does work in slices without a pause between them. */
export function runWithoutPauses<Result>(work: Slices<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
