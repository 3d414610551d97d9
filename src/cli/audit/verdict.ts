import type { Report, Verdict } from './report.js';

/** Returns a number with its noun, in the singular or plural. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** Returns `a, b and c`; a long list is shortened to `a, b and 3 more`. */
function listed(items: readonly string[], maxShown = 6): string {
  const shown = items.length > maxShown ? [...items.slice(0, maxShown), `${items.length - maxShown} more`] : [...items];
  const last = shown.pop() ?? '';
  return shown.length ? `${shown.join(', ')} and ${last}` : last;
}

/** The kinds of trace that a page can leave besides contacting other hosts. */
export const traceKinds = ['cookies', 'storage', 'identifiers', 'fingerprinting'] as const;

/**
 * Summarises the findings in one sentence. Each part states a fact, and never a reason. An incomplete audit states that first, and never
 * that the page did nothing.
 */
export function verdictOf(report: Omit<Report, 'verdict'>, incomplete: string, unexpected: readonly string[]): Verdict {
  const foreign = report.hosts.filter(({ own, expected }) => !own && !expected);
  const others = foreign.filter(({ types }) => types.some((type) => type !== 'DNS lookup'));
  const lookups = foreign.filter((host) => !others.includes(host));
  const receivers = [...new Set((report.reporting ?? []).filter(({ expected }) => !expected).map(({ host }) => host))];
  const early = others.filter(({ phases }) => phases.includes('load'));
  const expected = report.hosts.filter((host) => !host.own && host.expected);
  const [sentCookies, otherCookies] = [report.cookies.filter(({ refused }) => !refused), report.cookies.filter(({ refused }) => refused)];
  const kept = report.storage.filter(({ removed }) => !removed);
  const when =
    early.length === 0 ? '' : early.length === others.length ? ', before any click' : `, ${early.length} of them before any click`;
  const parts = [
    others.length && `contacted ${count(others.length, 'other host')} (${listed(others.map(({ host }) => host))})${when}`,
    lookups.length && `looked up the name of ${count(lookups.length, 'other host')} (${listed(lookups.map(({ host }) => host))})`,
    receivers.length && `had the browser’s reports directed to ${count(receivers.length, 'other host')} (${listed(receivers)})`,
    sentCookies.length && `set ${count(sentCookies.length, 'cookie')} (${listed(sentCookies.map(({ name }) => name))})`,
    otherCookies.length && `tried to set ${count(otherCookies.length, 'cookie')} that the browser refused`,
    kept.length &&
      `stored ${count(kept.length, 'entry', 'entries')} in the browser (${listed(kept.map(({ kind, name }) => `${kind} ${name}`))})`,
    report.storage.length > kept.length && `stored and removed ${count(report.storage.length - kept.length, 'entry', 'entries')}`,
    report.identifiers.length && `sent ${count(report.identifiers.length, 'possible identifier')}`,
    report.fingerprinting.length && `made ${count(report.fingerprinting.length, 'call', 'different calls')} that can tell devices apart`
  ].filter((part): part is string => Boolean(part));

  const besides = expected.length ? ` and the expected ${listed(expected.map(({ host }) => host))}` : '';
  const found = parts.length ? `In this visit the page ${listed(parts, parts.length)}.` : '';
  const nothing = `In this visit the page contacted no host but its own (${report.page.host})${besides}, set no cookie and stored nothing in the browser.`;
  const clean = !incomplete && !found;
  const sentence = clean ? nothing : [incomplete, found].filter(Boolean).join(' ');
  return { clean, incomplete, sentence, unexpected };
}
