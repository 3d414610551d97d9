import { describe, it } from 'vitest';
import { allowed, expectOneTrace, refused } from './traces.js';

describe('the audit of a page with one trace of each kind', () => {
  it.concurrent.each(allowed.filter((option) => option !== refused))(
    'fails for one kind of trace if every origin is expected and the others are allowed: %s',
    { timeout: 120_000 },
    expectOneTrace
  );
});
