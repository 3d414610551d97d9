import fc from 'fast-check';
import { beforeAll, describe, it, vi } from 'vitest';
import { inputs, seed } from './inputs.js';
import { targets } from './targets.js';

describe(`${inputs} inputs from seed ${seed}`, () => {
  // Node has no DOMParser; whether XML is well-formed is the browser's to judge, and both answers have to be lived with.
  beforeAll(
    () =>
      void vi.stubGlobal(
        'DOMParser',
        class {
          parseFromString = (text: string) => ({ querySelector: () => (text.length % 2 ? {} : null) });
        }
      )
  );

  const numRuns = Math.ceil(inputs / targets.length);
  it.each(targets)('$name', { timeout: 600_000 }, ({ property }) => fc.assert(property, { seed, numRuns }));
});
