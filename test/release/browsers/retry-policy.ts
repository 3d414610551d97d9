import type { TestOptions } from 'vitest';
import { browser } from './browser.js';

/** Messages of errors when the browser has crashed or hangs. */
const browserLost = /page crash or hang|invalid session id|script timeout|does not answer|timed out in/;

/** Messages of errors when the expected state was not reached in time. */
const timedOut = /^Timed out|^Matcher did not succeed in time/;

/**
 * In an unstable browser, a check is retried up to twice when the browser crashed or a wait timed out; `flaky` in the table counts these
 * checks. A check that found an error has failed, in every browser, and requests to third parties count from every attempt.
 */
export const retryPolicy: NonNullable<TestOptions['retry']> = {
  count: browser.isUnstable ? 2 : 0,
  condition: ({ message, cause }) =>
    browserLost.test(message) || timedOut.test(message) || timedOut.test((cause as Error | undefined)?.message ?? '')
};
