import { relative } from 'node:path';
import { addTimes } from './add-times.mjs';

/** @typedef {import('@web/test-runner-core').TestSuiteResult} TestSuiteResult */

/**
 * Returns a reporter of @web/test-runner that records durations with `addTimes`. The time of a file begins when its page is opened.
 * @returns {import('@web/test-runner-core').Reporter}
 */
export function timesReporter() {
  /** @type {Map<string, number>} */
  const openTimes = new Map();
  let runStart = 0;
  return {
    start({ sessions, startTime }) {
      runStart = startTime;
      sessions.on('session-status-updated', ({ id, status }) => {
        if (status === 'INITIALIZING') openTimes.set(id, Date.now());
      });
    },
    reportTestFileResults({ sessionsForTestFile }) {
      for (const { id, testFile, testResults } of sessionsForTestFile) {
        const file = relative('.', testFile);
        addTimes([{ file, milliseconds: Date.now() - (openTimes.get(id) ?? runStart) }, ...testsOf(file, testResults)]);
      }
    }
  };
}

/**
 * @param {string} file @param {TestSuiteResult | undefined} suite
 * @returns {import('./add-times.mjs').Times[]}
 */
function testsOf(file, suite) {
  if (!suite) return [];
  const ownTests = suite.tests.filter(({ skipped }) => !skipped);
  return [
    ...ownTests.map(({ name, duration = 0 }) => ({ file, test: name, milliseconds: duration })),
    ...suite.suites.flatMap((inner) => testsOf(file, inner))
  ];
}
