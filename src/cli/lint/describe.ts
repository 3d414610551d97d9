import type { Linted, LintResult, NotRead } from './lint-manifest.js';

/** Stands for the origin of a manifest that was read from a file; the name can never exist (RFC 6761). */
export const placeholderOrigin = 'https://own-host.invalid';

/** Maximum number of unread playlists that the text lists, so that the rest stays visible; `--json` lists all of them. */
const maxLines = 50;

const printable = (text: string): string => text.replaceAll(placeholderOrigin, '').replaceAll(/\p{Cc}|\p{Cf}/gu, '\uFFFD');
const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** Returns the output of `lint` without `--json`. */
export function describe(source: string, { manifests, notRead }: LintResult): string {
  const findings = manifests.flatMap((linted) => linted.findings.map((finding) => ({ ...finding, manifestUrl: linted.url })));
  const hosts = hostsOf(manifests);
  const ownOrigins = new Set(manifests.slice(0, 1).map(({ url }) => new URL(url).origin));
  const otherOrigins = [...hosts.keys()].filter((origin) => !ownOrigins.has(origin));
  const verdict = findings.length
    ? `${source} names ${counted(otherOrigins.length, 'other host', 'other hosts')} and contains ${counted(findings.length, 'construct', 'constructs')} worth knowing.`
    : `${source} names no other host and contains no tracking construct${notRead.length ? ', as far as it was read' : ''}.`;
  return [
    verdict,
    ...(manifests.length > 1 ? [`Read ${manifests.length} manifests.`] : []),
    ...(notRead.length ? [describeNotRead(notRead)] : []),
    [
      'Hosts',
      ...[...hosts].map(
        ([origin, { kinds, count }]) =>
          `  ${ownOrigins.has(origin) ? 'its own' : printable(origin)}: ${count} (${[...kinds].sort().join(', ')})`
      )
    ].join('\n'),
    ...findings.map(({ severity, construct, explanation, specification, url, manifestUrl }) =>
      [
        `${severity}: ${construct}`,
        `  ${explanation} (${specification})`,
        ...(url ? [`  ${printable(url)}`] : []),
        ...(manifests.length > 1 ? [`  in ${printable(manifestUrl)}`] : [])
      ].join('\n')
    )
  ].join('\n\n');
}

function describeNotRead(notRead: readonly NotRead[]): string {
  const hiddenCount = notRead.length - maxLines;
  return [
    `Not read: ${counted(notRead.length, 'playlist', 'playlists')}; their contents are not known.`,
    ...notRead.slice(0, maxLines).map(({ url, explanation }) => `  ${printable(url)}\n    ${printable(explanation)}`),
    ...(hiddenCount > 0 ? [`  and ${hiddenCount} more, which --json lists`] : [])
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
