import type { TestOptions } from 'vitest';
import { browser } from './browser.js';

/** What is said when the browser itself is gone, or stands still. */
const fellOver = /page crash or hang|invalid session id|script timeout|does not answer|timed out in/;

/** What is said when nothing wrong was seen, and what was waited for did not come either. */
const inVain = /^Waited in vain|^Matcher did not succeed in time/;

/**
 * In a shaky browser a check runs up to twice again where it fell over, or kept the check waiting; `flaky` in the table counts it. A check
 * that saw something wrong has failed, in every browser, and third parties that were asked count from every try.
 */
export const again: NonNullable<TestOptions['retry']> = {
  count: browser.shaky ? 2 : 0,
  condition: ({ message, cause }) =>
    fellOver.test(message) || inVain.test(message) || inVain.test((cause as Error | undefined)?.message ?? '')
};
