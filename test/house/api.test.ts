import { describe, expect, it } from 'vitest';
import { apiReports } from './api-report.js';

const reports = apiReports();

// A change of the public names shows in the diff of these files. `npm run api` writes them anew.
describe('what the package promises is what is written down', () => {
  it.each([...reports])('%s', async (name, report) => {
    await expect(report).toMatchFileSnapshot(`api/${name.replaceAll('/', '.').replace('*', 'XX')}.txt`);
  });
});
