import { expect } from 'vitest';
import type { Report } from '../../src/cli/audit/report.js';
import { runCli } from './audited.js';
import { schemaErrorsOf } from './schema.js';

export const cleanVerdict = {
  ...{ clean: true, incomplete: '', unexpected: [] },
  sentence: expect.stringContaining('no host but its own') as string
};

/** Audits a page of the project, and expects that its video played and that nothing was found. */
export async function expectCleanAudit(url: string): Promise<void> {
  const { code, stdout, stderr } = await runCli('audit', url, '--json', '--watch', '3');
  expect(stderr).toContain('leave: Left the page.');
  const report = JSON.parse(stdout) as Report;
  expect(schemaErrorsOf(report)).toEqual([]);
  expect(report.phases.find(({ name }) => name === 'play')?.done).toMatch(/the video played/i);
  expect(report.played).toBe(true);
  expect(report.verdict).toEqual(cleanVerdict);
  expect({ code, cookies: report.cookies, storage: report.storage, others: report.requests }).toEqual({
    ...{ code: 0, cookies: [], storage: [], others: [] }
  });
}
