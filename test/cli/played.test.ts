import { describe, expect, it } from 'vitest';
import { audit, expectClean, expectIncomplete } from './played.js';

describe('the audit of a page on which nothing plays', () => {
  // The audits run at the same time, because most of an audit is waiting.
  it.concurrent('canary: a page that plays is clean, and a record can be drafted: /plays', { timeout: 120_000 }, () =>
    expectClean('/plays')
  );

  it.concurrent.each([
    ['/missing', 404, 'The audit is incomplete, because the server answered with status 404.'],
    ['/without', 200, 'The audit is incomplete, because it found no video or audio element on the page.']
  ])('exits with 2, states the reason in one sentence, and allows no record: %s', { timeout: 120_000 }, expectIncomplete);

  it.concurrent('fails with one line when the server answers with an error and an empty page', { timeout: 120_000 }, async () => {
    await expect(audit('/empty')).rejects.toThrow('cannot open https://page.test/empty: the server answered with status 403');
  });
});
