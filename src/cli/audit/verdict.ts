import type { Report, Verdict } from './report.js';

/** Returns a number with its noun, in the singular or plural. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** Returns `a, b and c`; a long list is shortened to `a, b and 3 more`. */
function joinList(items: readonly string[], maxShown = 6): string {
  const parts = items.length > maxShown ? [...items.slice(0, maxShown), `${items.length - maxShown} more`] : [...items];
  const lastPart = parts.pop() ?? '';
  return parts.length ? `${parts.join(', ')} and ${lastPart}` : lastPart;
}

/** The kinds of trace that a page can leave besides contacting other hosts. */
export const traceKinds = ['cookies', 'storage', 'identifiers', 'fingerprinting'] as const;

/**
 * Summarises the findings in one sentence. Each part states a fact, and never a reason. An incomplete audit states that first, and never
 * that the page did nothing. `incompleteReason` is a sentence, and empty for a complete audit.
 */
export function verdictOf(report: Omit<Report, 'verdict'>, incompleteReason: string, unexpected: readonly string[]): Verdict {
  const foreign = report.hosts.filter(({ own, expected }) => !own && !expected);
  const contactedHosts = foreign.filter(({ types }) => types.some((type) => type !== 'DNS lookup'));
  const lookups = foreign.filter((host) => !contactedHosts.includes(host));
  const reportHosts = [...new Set((report.reporting ?? []).filter(({ expected }) => !expected).map(({ host }) => host))];
  const earlyHosts = contactedHosts.filter(({ phases }) => phases.includes('load'));
  const expectedHosts = report.hosts.filter((host) => !host.own && host.expected);
  const [sentCookies, otherCookies] = [report.cookies.filter(({ refused }) => !refused), report.cookies.filter(({ refused }) => refused)];
  const storedItems = report.storage.filter(({ removed }) => !removed);
  const timeClause =
    earlyHosts.length === 0
      ? ''
      : earlyHosts.length === contactedHosts.length
        ? ', before any click'
        : `, ${earlyHosts.length} of them before any click`;
  const parts = [
    contactedHosts.length &&
      `contacted ${count(contactedHosts.length, 'other host')} (${joinList(contactedHosts.map(({ host }) => host))})${timeClause}`,
    lookups.length && `looked up the name of ${count(lookups.length, 'other host')} (${joinList(lookups.map(({ host }) => host))})`,
    reportHosts.length && `had the browser’s reports directed to ${count(reportHosts.length, 'other host')} (${joinList(reportHosts)})`,
    sentCookies.length && `set ${count(sentCookies.length, 'cookie')} (${joinList(sentCookies.map(({ name }) => name))})`,
    otherCookies.length && `tried to set ${count(otherCookies.length, 'cookie')} that the browser refused`,
    storedItems.length &&
      `stored ${count(storedItems.length, 'entry', 'entries')} in the browser (${joinList(storedItems.map(({ kind, name }) => `${kind} ${name}`))})`,
    report.storage.length > storedItems.length &&
      `stored and removed ${count(report.storage.length - storedItems.length, 'entry', 'entries')}`,
    report.identifiers.length && `sent ${count(report.identifiers.length, 'possible identifier')}`,
    report.fingerprinting.length && `made ${count(report.fingerprinting.length, 'call', 'different calls')} that can tell devices apart`
  ].filter((part): part is string => Boolean(part));

  const expectedClause = expectedHosts.length ? ` and the expected ${joinList(expectedHosts.map(({ host }) => host))}` : '';
  const findings = parts.length ? `In this visit the page ${joinList(parts, parts.length)}.` : '';
  const noFindings = `In this visit the page contacted no host but its own (${report.page.host})${expectedClause}, set no cookie and stored nothing in the browser.`;
  const clean = !incompleteReason && !findings;
  const sentence = clean ? noFindings : [incompleteReason, findings].filter(Boolean).join(' ');
  return { clean, incomplete: incompleteReason, sentence, unexpected };
}
