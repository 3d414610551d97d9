import { describe, expect, it } from 'vitest';
import { apiReports } from './api-report.js';

const reports = apiReports();

// The diff of a report shows a change of the public API. `npm run api` writes the reports again.
describe('the committed report', () => {
  it.each([...reports])('contains the public API of %s', async (name, report) => {
    await expect(report).toMatchFileSnapshot(`api/${name.replaceAll('/', '.').replace('*', 'XX')}.txt`);
  });
});
