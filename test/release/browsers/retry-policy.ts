import type { TestOptions } from 'vitest';
import { browser } from './browser.js';

/** Messages when the browser itself is gone, or hangs. */
const browserLost = /page crash or hang|invalid session id|script timeout|does not answer|timed out in/;

/** Messages when no error was found, but the expected state was not reached either. */
const timedOut = /^Timed out|^Matcher did not succeed in time/;

/**
 * In a shaky browser a check is retried up to twice when the browser crashed or a wait timed out; `flaky` in the table counts it. A check
 * that found an error has failed, in every browser, and requests to third parties count from every attempt.
 */
export const again: NonNullable<TestOptions['retry']> = {
  count: browser.shaky ? 2 : 0,
  condition: ({ message, cause }) =>
    browserLost.test(message) || timedOut.test(message) || timedOut.test((cause as Error | undefined)?.message ?? '')
};
