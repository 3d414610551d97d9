import type { Evidence } from '../evidence.js';
import { isForPage, type LogEvent, type NetworkLog } from './log-file.js';
import { loggedRequest } from './log-requests.js';

/** Matches `https://host <https://site ...>`: a connection to a host, for pages of a site. */
const poolGroup = /^(?:[a-z_]+\/)*(https?:\/\/[^\s<]+) <(https?:\/\/[^\s>]+)[^>]*>/;

/** Whether a request reached its host or tried to. Blocked and cached requests needed no connection. */
const contactedHost = ({ outcome }: Evidence['requests'][number]): boolean => outcome === 'sent' || outcome === 'failed';

/** Returns the URL to which an event opens a connection, and the site for which it does so. */
function connectionOf(log: NetworkLog, event: LogEvent): { href: string; site: string } | undefined {
  const { group_id: group = '', host = '', network_anonymization_key: key = '' } = event.params ?? {};
  const [, href, site] = poolGroup.exec(group) ?? [];
  if (href && site) return { href, site };
  if (log.is(event, 'QUIC_SESSION_POOL_JOB') && host) return { href: `https://${host}`, site: key };
  return undefined;
}

/** Adds hosts to which the page opened a connection without a request, as `preconnect` does. */
export function addConnections(log: NetworkLog, evidence: Evidence, pageHosts: ReadonlySet<string>): void {
  const hosts = new Set(evidence.requests.filter(contactedHost).map(({ url }) => new URL(url).host));
  for (const event of log.events) {
    const { href, site } = connectionOf(log, event) ?? {};
    if (!href || !site || !URL.canParse(href) || !isForPage(site, pageHosts)) continue;
    const url = new URL(href);
    if (hosts.has(url.host)) continue;
    hosts.add(url.host);
    const initiator = { type: 'preconnect', url: site.split(' ')[0] ?? '', line: 0 };
    evidence.addRequest(loggedRequest(url.href, 'CONNECT', 'Preconnect', evidence.phaseAt(log.momentOf(event)), initiator));
  }
}

/**
 * Returns the host names that the page looked up, each with its event. In Chromium's network log, a job is a lookup that needs a name
 * server; if a cache or a rule answers, there is no job.
 */
function lookups(log: NetworkLog, pageHosts: ReadonlySet<string>): { name: string; event: LogEvent }[] {
  const jobs = log.named('HOST_RESOLVER_MANAGER_JOB').filter(({ params }) => isForPage(params?.network_anonymization_key, pageHosts));
  // WebRTC asks name servers without a job; its names have a trailing dot.
  const ofJobs = new Set(log.named('DNS_TRANSACTION').map(({ params }) => params?.source_dependency?.id));
  const withoutJob = log.named('DNS_TRANSACTION').filter(({ source, params }) => params?.hostname?.endsWith('.') && !ofJobs.has(source.id));
  const nameOf = ({ params = {} }: LogEvent): string =>
    params.hostname?.replace(/\.$/, '') ?? (params.host ?? '').replace(/^[a-z]+:\/\//, '').replace(/:\d+$/, '');
  return [...jobs, ...withoutJob].map((event) => ({ name: nameOf(event), event }));
}

/** Adds host names that were looked up for the page but never connected to, because their name servers learn of the visit. */
export function addLookups(log: NetworkLog, evidence: Evidence, pageHosts: ReadonlySet<string>): void {
  const names = new Set([...pageHosts, ...evidence.requests.filter(contactedHost).map(({ url }) => new URL(url).hostname)]);
  for (const { name, event } of lookups(log, pageHosts)) {
    const url = `dns://${name}`;
    if (names.has(name) || !URL.canParse(url)) continue;
    names.add(name);
    evidence.addRequest(
      loggedRequest(url, 'LOOKUP', 'DNS lookup', evidence.phaseAt(log.momentOf(event)), {
        type: 'DNS prefetch or WebRTC',
        url: '',
        line: 0
      })
    );
  }
}
