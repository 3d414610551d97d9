import { escape } from './escape.mjs';

/** @typedef {import('../../src/cli/audit/report.js').Report} Report */

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * What the last audit of the demo's home found, as one line of HTML. The audit is a file of the repository, written by
 * `npm run demo:audit`; without one the page says that there is none.
 * @param {Report | undefined} report
 */
export function verdictLine(report) {
  if (!report) return 'This page has not been audited yet: <code>npm run demo:audit</code>.';
  const { verdict, startedAt, browser } = report;
  return `<a href="/site/audit.html">Audited</a> on ${day.format(new Date(startedAt))} by <code>npx jet-player audit</code> in ${escape(browser)}: ${escape(verdict.sentence)}`;
}
