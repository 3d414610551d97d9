import { inspect, type Finding, type NamedHost } from '../../policy/index.js';
import type { Read } from '../read-source.js';
import { UsageError } from '../command.js';
import { playlistsIn } from './playlists.js';

/** One manifest that was read, and what stands in it. */
export interface Linted {
  readonly address: string;
  readonly hosts: readonly NamedHost[];
  readonly findings: readonly Finding[];
}

/** The more a manifest names the more it would fetch; no honest one names this many. */
const mostManifests = 200;

/**
 * Reads a manifest, and with `deep` every playlist that it names; `read` gives the bytes of an address. `at` is where the manifest
 * is served, when that is not where it was read. Throws a `UsageError` for what is neither HLS nor DASH.
 */
export async function lintManifest(first: Read, options: { at: URL; deep: boolean; read(url: URL): Promise<Read> }): Promise<Linted[]> {
  const done: Linted[] = [];
  const waiting: { url: URL; read(): Promise<Read> }[] = [{ url: options.at, read: () => Promise.resolve(first) }];
  const known = new Set([options.at.href]);
  for (let next = waiting.shift(); next && done.length < mostManifests; next = waiting.shift()) {
    const text = new TextDecoder().decode((await next.read()).bytes);
    const { type, hosts, findings } = inspect(text, next.url);
    if (type === 'unknown') throw new UsageError(`${next.url.href} is neither an HLS playlist nor a DASH MPD`);
    done.push({ address: next.url.href, hosts, findings });
    for (const url of options.deep && type === 'hls' ? playlistsIn(text, next.url) : []) {
      if (known.has(url.href)) continue;
      known.add(url.href);
      waiting.push({ url, read: () => options.read(url) });
    }
  }
  return done;
}
