import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit, expectClean, expectIncomplete, folder } from './played.js';

describe('the audit of a page on which nothing plays', () => {
  // The audits run at the same time, because most of an audit is waiting.
  it.concurrent('canary: a page that plays is clean, and a record can be drafted: /plays-as-audio', { timeout: 120_000 }, () =>
    expectClean('/plays-as-audio')
  );

  it.concurrent.each([
    ['/broken', 200, 'The audit is incomplete, because nothing played on the page.'],
    ['/failing', 503, 'The audit is incomplete, because the server answered with status 503.'],
    ['/moved', 404, 'The audit is incomplete, because the server answered with status 404.'],
    ['/waiting', 200, 'The audit is incomplete, because nothing played on the page.'],
    ['/without-source', 200, 'The audit is incomplete, because nothing played on the page.']
  ])('exits with 2, states the reason in one sentence, and allows no record: %s', { timeout: 120_000 }, expectIncomplete);

  it.concurrent('fails with one line when the browser wrote no network log', { timeout: 120_000 }, async () => {
    await expect(audit('/plays', `--chromium=--log-net-log=${join(folder, 'elsewhere.json')}`)).rejects.toThrow(
      'jet-player audit: the browser wrote no network log'
    );
  });
});
