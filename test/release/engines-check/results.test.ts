import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPlaywright, readResults, readVitest } from '../../../build/engines-check/results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'results-'));
afterAll(() => rmSync(folder, { recursive: true }));

const vitestReport = (...statuses: string[]) => ({
  testResults: [
    {
      name: resolve('a.test.ts'),
      status: statuses.includes('failed') ? 'failed' : 'passed',
      message: '',
      assertionResults: statuses.map((status) => ({ status, fullName: `is ${status}` }))
    }
  ]
});

describe('readVitest()', () => {
  it('counts tests, and names the failed ones with their file', () => {
    expect(readVitest(vitestReport('passed', 'failed', 'skipped', 'passed'))).toEqual({
      passed: 2,
      skipped: 1,
      failed: ['a.test.ts: is failed']
    });
  });

  it('names a file that failed before its tests, with the first line of its error', () => {
    const broken = { name: 'b.test.ts', status: 'failed', message: 'Cannot find x.\n  at b.test.ts:1', assertionResults: [] };
    expect(readVitest({ testResults: [broken] }).failed).toEqual(['b.test.ts: Cannot find x.']);
  });
});

describe('readPlaywright()', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });

  it('names failed and flaky tests with the titles around them', () => {
    const inner = { title: 'the guard', specs: [spec('blocks', 'unexpected'), spec('logs', 'flaky'), spec('waits', 'skipped')] };
    expect(readPlaywright({ suites: [{ title: 'a.spec.ts', specs: [spec('plays', 'expected')], suites: [inner] }] })).toEqual({
      passed: 1,
      skipped: 1,
      failed: ['a.spec.ts › the guard › blocks', 'a.spec.ts › the guard › logs']
    });
  });

  it('names an error outside of the tests', () => {
    expect(readPlaywright({ suites: [], errors: [{ message: 'No server.\nstack' }] }).failed).toEqual(['No server.']);
  });
});

describe('readResults()', () => {
  const resultsOf = (report: object | undefined, exitCode: number) => {
    const reportFile = join(folder, report ? 'report.json' : 'missing.json');
    if (report) writeFileSync(reportFile, JSON.stringify(report));
    return readResults('vitest', { reportFile, exitCode }).failed;
  };

  it('returns no failure for a run that passed', () => expect(resultsOf(vitestReport('passed'), 0)).toEqual([]));

  it.each([
    ['wrote no report', undefined, 0, 'the run ended before it wrote its results'],
    ['ran no test', { testResults: [] }, 0, 'no test ran'],
    ['only skipped tests', vitestReport('skipped'), 0, 'no test ran'],
    ['ended with an error although all tests passed', vitestReport('passed'), 1, 'the run ended with exit code 1']
  ])('canary: reports a run that %s', (_, report, exitCode, failure) => {
    expect(resultsOf(report, exitCode)).toEqual([failure]);
  });
});
