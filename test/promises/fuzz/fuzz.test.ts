import fc from 'fast-check';
import { describe, it } from 'vitest';
import { inputs, seed } from './inputs.js';
import { targets } from './targets.js';

describe(`fuzzing with ${inputs} inputs from seed ${seed}`, () => {
  const numRuns = Math.ceil(inputs / targets.length);
  it.each(targets)('$name keeps its property', { timeout: 600_000 }, ({ property }) => fc.assert(property, { seed, numRuns }));
});
