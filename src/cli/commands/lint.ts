import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneWord } from '../arguments.js';
import { UsageError, type Command } from '../command.js';
import { lintManifest, type Linted } from '../lint/lint-manifest.js';
import { readSource, type Read } from '../read-source.js';

/** Stands for the host of a manifest that was read from a file; the name can never exist (RFC 6761). */
const ownHost = 'https://own-host.invalid';

/** Lists the hosts and the tracking constructs of a manifest. */
export const lint: Command = {
  name: 'lint',
  summary: 'Lists every host and every tracking construct in an HLS playlist or a DASH MPD.',
  usage: 'FILE|URL [options]',
  notes: `Exit code 1: it names another host or holds a construct by which viewers can be followed.
What hides in segments, behind redirects and in answers of other servers is not seen here; "audit" sees that.`,
  options: {
    deep: { help: 'also reads the playlists that an HLS playlist names' },
    at: { value: 'URL', help: 'where a FILE is going to be served: addresses are resolved against it' },
    json: { help: 'prints JSON' }
  },
  async run(given, output) {
    const source = oneWord(given, 'FILE or URL');
    const first = await readSource(source);
    const at = addressOf(first, given.value('at'));
    const read = (url: URL): Promise<Read> => readSource(first.url.protocol === 'file:' ? beside(url, at, first.url) : url.href);
    const all = await lintManifest(first, { at, deep: given.has('deep'), read });
    output.print(given.has('json') ? JSON.stringify({ source, manifests: all }, null, 2) : describe(source, all));
    return all.some(({ findings }) => findings.some(({ severity }) => severity !== 'low')) ? 1 : 0;
  }
};

function addressOf({ url }: Read, at: string): URL {
  if (at && !URL.canParse(at)) throw new UsageError(`--at wants an absolute URL, not "${at}"`);
  if (at) return new URL(at);
  return url.protocol === 'file:' ? new URL(url.pathname, ownHost) : url;
}

/** The file that a file's manifest names, or the address on another host. */
function beside(url: URL, at: URL, file: URL): string {
  if (url.origin !== at.origin) return url.href;
  const steps = relative(new URL('.', at).pathname, url.pathname);
  return fileURLToPath(new URL(steps, file));
}

const shown = (address: string): string => address.replace(ownHost, '').replaceAll(/\p{Cc}|\p{Cf}/gu, '\uFFFD');

function describe(source: string, all: readonly Linted[]): string {
  const findings = all.flatMap((linted) => linted.findings.map((finding) => ({ ...finding, address: linted.address })));
  const hosts = new Map<string, { kinds: Set<string>; count: number }>();
  for (const { origin, kinds, count } of all.flatMap((linted) => linted.hosts)) {
    const host = hosts.get(origin) ?? { kinds: new Set<string>(), count: 0 };
    for (const kind of kinds) host.kinds.add(kind);
    hosts.set(origin, { kinds: host.kinds, count: host.count + count });
  }
  const own = new Set(all.slice(0, 1).map(({ address }) => new URL(address).origin));
  const others = [...hosts.keys()].filter((origin) => !own.has(origin));
  const verdict = findings.length
    ? `${source} names ${others.length} other ${others.length === 1 ? 'host' : 'hosts'} and holds ${findings.length} ${findings.length === 1 ? 'construct' : 'constructs'} worth knowing.`
    : `${source} keeps to its own host and holds no construct by which viewers can be followed.`;
  return [
    verdict,
    ...(all.length > 1 ? [`Read ${all.length} manifests.`] : []),
    [
      'Hosts',
      ...[...hosts].map(
        ([origin, { kinds, count }]) => `  ${own.has(origin) ? 'its own' : shown(origin)}: ${count} (${[...kinds].sort().join(', ')})`
      )
    ].join('\n'),
    ...findings.map(({ severity, construct, explanation, specification, url, address }) =>
      [
        `${severity}: ${construct}`,
        `  ${explanation} (${specification})`,
        ...(url ? [`  ${shown(url)}`] : []),
        ...(all.length > 1 ? [`  in ${shown(address)}`] : [])
      ].join('\n')
    )
  ].join('\n\n');
}
