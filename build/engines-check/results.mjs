import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {{ passed: number, skipped: number, failed: string[] }} TestResults `failed` are the names of failed tests and files */

/** Returns the results in a JSON report of vitest. @returns {TestResults} */
export function readVitest({ testResults }) {
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: relative('', name) }))
  );
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    skipped: tests.filter(({ status }) => !['passed', 'failed'].includes(status)).length,
    failed: [
      ...tests.filter(({ status }) => status === 'failed').map(({ file, fullName }) => `${file}: ${fullName}`),
      ...brokenFiles.map(({ name, message }) => `${relative('', name)}: ${message.split('\n')[0]}`)
    ]
  };
}

/** Yields each test of a Playwright suite with its title, which begins with that of its file. */
function* testsOf(suite, titles = []) {
  const path = [...titles, suite.title].filter(Boolean);
  for (const { title, tests } of suite.specs ?? []) for (const { status } of tests) yield { name: [...path, title].join(' › '), status };
  for (const inner of suite.suites ?? []) yield* testsOf(inner, path);
}

/**
 * Returns the results in a JSON report of Playwright. A test that passed only in a retry counts as failed.
 * @param {{ suites: readonly object[], errors?: readonly { message?: string }[] }} report
 * @returns {TestResults}
 */
export function readPlaywright({ suites, errors = [] }) {
  const tests = suites.flatMap((suite) => [...testsOf(suite)]);
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    skipped: tests.filter(({ status }) => status === 'skipped').length,
    failed: [
      ...tests.filter(({ status }) => !['expected', 'skipped'].includes(status)).map(({ name }) => name),
      ...errors.map(({ message = 'an error without a message' }) => message.split('\n')[0])
    ]
  };
}

const readers = { vitest: readVitest, playwright: readPlaywright };

/**
 * Returns the results of a test run. Besides failed tests, it fails if it wrote no report, ran no test, or ended with an error of its own.
 * @param {'vitest' | 'playwright'} runner
 * @param {{ reportFile: string, exitCode: number }} run
 * @returns {TestResults}
 */
export function readResults(runner, { reportFile, exitCode }) {
  if (!existsSync(reportFile)) return { passed: 0, skipped: 0, failed: ['the run ended before it wrote its results'] };
  const results = readers[runner](JSON.parse(readFileSync(reportFile, 'utf8')));
  const failed = [...results.failed];
  if (results.passed === 0 && failed.length === 0) failed.push('no test ran');
  if (exitCode !== 0 && failed.length === 0) failed.push(`the run ended with exit code ${exitCode}`);
  return { ...results, failed };
}
