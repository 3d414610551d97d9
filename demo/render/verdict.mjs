import { escape } from './escape.mjs';

/** @typedef {import('../../src/cli/audit/report.js').Report} Report */

const dateFormat = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * Returns the verdict of the last audit of the demo's home page as one line of HTML. `npm run demo:audit` writes the audit to a file in the
 * repository. Without it, the line says that the page has not been audited.
 * @param {Report | undefined} report
 */
export function verdictLine(report) {
  if (!report) return 'This page has not been audited yet: <code>npm run demo:audit</code>.';
  const { verdict, startedAt, browser } = report;
  return `<a href="/site/audit.html">Audited</a> on ${dateFormat.format(new Date(startedAt))} by <code>npx jet-player audit</code> in ${escape(browser)}: ${escape(verdict.sentence)}`;
}
