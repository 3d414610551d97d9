import type { Linted, LintResult, NotRead } from './lint-manifest.js';

/** Stands for the host of a manifest that was read from a file; the name can never exist (RFC 6761). */
export const ownHost = 'https://own-host.invalid';

/** More lines than this hide the rest of the text; `--json` has all of them. */
const maxLines = 50;

const shown = (text: string): string => text.replaceAll(ownHost, '').replaceAll(/\p{Cc}|\p{Cf}/gu, '\uFFFD');
const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** The output of `lint` about manifests without `--json`. */
export function describe(source: string, { manifests, notRead }: LintResult): string {
  const findings = manifests.flatMap((linted) => linted.findings.map((finding) => ({ ...finding, manifestUrl: linted.url })));
  const hosts = hostsOf(manifests);
  const own = new Set(manifests.slice(0, 1).map(({ url }) => new URL(url).origin));
  const others = [...hosts.keys()].filter((origin) => !own.has(origin));
  const verdict = findings.length
    ? `${source} names ${counted(others.length, 'other host', 'other hosts')} and contains ${counted(findings.length, 'construct', 'constructs')} worth knowing.`
    : `${source} names no other host and contains no tracking construct${notRead.length ? ', as far as it was read' : ''}.`;
  return [
    verdict,
    ...(manifests.length > 1 ? [`Read ${manifests.length} manifests.`] : []),
    ...(notRead.length ? [describeNotRead(notRead)] : []),
    [
      'Hosts',
      ...[...hosts].map(
        ([origin, { kinds, count }]) => `  ${own.has(origin) ? 'its own' : shown(origin)}: ${count} (${[...kinds].sort().join(', ')})`
      )
    ].join('\n'),
    ...findings.map(({ severity, construct, explanation, specification, url, manifestUrl }) =>
      [
        `${severity}: ${construct}`,
        `  ${explanation} (${specification})`,
        ...(url ? [`  ${shown(url)}`] : []),
        ...(manifests.length > 1 ? [`  in ${shown(manifestUrl)}`] : [])
      ].join('\n')
    )
  ].join('\n\n');
}

function describeNotRead(notRead: readonly NotRead[]): string {
  const rest = notRead.length - maxLines;
  return [
    `Not read: ${counted(notRead.length, 'playlist', 'playlists')}; their contents are not known.`,
    ...notRead.slice(0, maxLines).map(({ url, explanation }) => `  ${shown(url)}\n    ${shown(explanation)}`),
    ...(rest > 0 ? [`  and ${rest} more, which --json lists`] : [])
  ].join('\n');
}

function hostsOf(manifests: readonly Linted[]): Map<string, { kinds: Set<string>; count: number }> {
  const hosts = new Map<string, { kinds: Set<string>; count: number }>();
  for (const { origin, kinds, count } of manifests.flatMap((linted) => linted.hosts)) {
    const host = hosts.get(origin) ?? { kinds: new Set<string>(), count: 0 };
    for (const kind of kinds) host.kinds.add(kind);
    hosts.set(origin, { kinds: host.kinds, count: host.count + count });
  }
  return hosts;
}
