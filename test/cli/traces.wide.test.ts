import { describe, it } from 'vitest';
import { allowOptions, expectNoTrace, expectOneTrace, representativeOption } from './traces.js';

describe('the audit of a page with one trace of each kind', () => {
  it.concurrent.each(allowOptions.filter((option) => option !== representativeOption))(
    'fails for one kind of trace when every origin is expected and the other kinds are allowed: without %s',
    { timeout: 120_000 },
    expectOneTrace
  );

  it.concurrent('does not fail when every origin is expected and every kind of trace is allowed', { timeout: 120_000 }, expectNoTrace);
});
