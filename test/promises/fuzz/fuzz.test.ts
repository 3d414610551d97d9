import fc from 'fast-check';
import { describe, it } from 'vitest';
import { inputCount, seed } from './inputs.js';
import { targets } from './targets.js';

describe(`with ${inputCount} random inputs from seed ${seed}`, () => {
  const numRuns = Math.ceil(inputCount / targets.length);
  it.each(targets)('$name has its property for every input', { timeout: 600_000 }, ({ property }) =>
    fc.assert(property, { seed, numRuns })
  );
});
