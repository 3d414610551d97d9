import type { Evidence } from '../evidence.js';

/** Policies that name a receiver with the directive `report-uri`, and the headers that only refer to groups of other headers. */
const policies = ['content-security-policy', 'content-security-policy-report-only'];
const groupHeaders = [
  ...policies,
  'cross-origin-opener-policy',
  'cross-origin-opener-policy-report-only',
  'cross-origin-embedder-policy',
  'cross-origin-embedder-policy-report-only',
  'permissions-policy',
  'permissions-policy-report-only',
  'document-policy',
  'document-policy-report-only',
  'integrity-policy',
  'integrity-policy-report-only'
];

/** Returns the name of a header as specifications write it. */
const canonicalName = (name: string): string =>
  name === 'nel' ? 'NEL' : name.replaceAll(/(^|-)([a-z])/g, (_, dash: string, letter: string) => `${dash}${letter.toUpperCase()}`);

interface Group {
  readonly group?: unknown;
  readonly endpoints?: unknown;
}

function jsonList(text: string): unknown[] {
  try {
    // Several headers are joined by a comma or a line break, without the brackets of a list.
    return JSON.parse(`[${text.trim().split(/\n/).join(',')}]`) as unknown[];
  } catch {
    return [];
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Parses `Report-To`: objects with a group and its endpoints (Reporting API, first edition). */
function reportTo(text: string): [group: string, url: string][] {
  return jsonList(text).flatMap((item) => {
    const { group = 'default', endpoints } = Object(item) as Group;
    if (!Array.isArray(endpoints)) return [];
    return endpoints.map((endpoint): [string, string] => [textOf(group), textOf((Object(endpoint) as { url?: unknown }).url)]);
  });
}

/** Parses `Reporting-Endpoints`: a dictionary of names and URLs (Reporting API; RFC 9651). */
const reportingEndpoints = (text: string): [group: string, url: string][] =>
  text.split(/[,\n]/).flatMap((item): [string, string][] => {
    const [, group = '', url = ''] = /^\s*([a-z*][\w.*-]*)\s*=\s*"([^"]*)"/.exec(item) ?? [];
    return group ? [[group, url]] : [];
  });

/** Returns the URLs after `report-uri` in each policy of a header. */
const reportUris = (text: string): string[] =>
  text.split(/[;,\n]/).flatMap((directive) => {
    const [name = '', ...urls] = directive.trim().split(/\s+/);
    return name.toLowerCase() === 'report-uri' ? urls : [];
  });

/** Returns the groups that a header names: `report-to group`, `report-to="group"`, or `{"report_to": "group"}`. */
const groupsIn = (text: string): string[] =>
  [...text.matchAll(/\breport[-_]to"?[\s=:]{1,8}"?([\w.*-]{1,200})/gi)].map(([, group = '']) => group);

/** Returns the URLs to which a response directs reports, each with the header that does so. Names in `headers` may have any case. */
export function receiversIn(headers: Readonly<Record<string, string>>, base: string): { url: string; header: string }[] {
  const values = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const receivers: { url: string; header: string }[] = [];
  const add = (url: string, header: string): void => {
    if (!URL.canParse(url, base)) return;
    const { href, protocol } = new URL(url, base);
    if (/^https?:$/.test(protocol)) receivers.push({ url: href, header: canonicalName(header) });
  };
  const groups = [
    ...reportTo(values.get('report-to') ?? '').map(([group, url]) => ({ header: 'report-to', group, url })),
    ...reportingEndpoints(values.get('reporting-endpoints') ?? '').map(([group, url]) => ({ header: 'reporting-endpoints', group, url }))
  ];
  for (const { header, url } of groups) add(url, header);
  for (const name of policies) for (const url of reportUris(values.get(name) ?? '')) add(url, name);
  for (const name of ['nel', ...groupHeaders])
    for (const wantedGroup of groupsIn(values.get(name) ?? ''))
      for (const { group, url } of groups) if (group === wantedGroup) add(url, name);
  return receivers;
}

/** Records the receivers of reports that a response names. */
export function recordReceivers(headers: Readonly<Record<string, string>>, from: string, evidence: Evidence, phase = evidence.phase): void {
  for (const { url, header } of receiversIn(headers, from)) evidence.addReporting({ url, header, from, phase });
}
