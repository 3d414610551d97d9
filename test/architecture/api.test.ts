import { describe, expect, it } from 'vitest';
import { apiReports } from './api-report.js';

const reports = apiReports();

// The diff of these files shows a change of the public API. `npm run api` writes them again.
describe('the public API equals its committed report', () => {
  it.each([...reports])('%s', async (name, report) => {
    await expect(report).toMatchFileSnapshot(`api/${name.replaceAll('/', '.').replace('*', 'XX')}.txt`);
  });
});
