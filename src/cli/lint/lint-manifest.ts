import { fileURLToPath } from 'node:url';
import type { Finding, NamedHost } from '../../policy/index.js';
import { variablesOf } from '../../policy/inspect/hls-reading.js';
import type { Variables } from '../../policy/inspect/hls-variables.js';
import { inspectWith } from '../../policy/inspect/inspect.js';
import type { SourceContent } from '../read-source.js';
import { UsageError } from '../arguments.js';
import { NotReadError, type NotReadReason } from '../reading/not-read.js';
import { playlistsIn } from './playlists.js';

/** One manifest that was read, and its findings. */
export interface Linted {
  /** The absolute URL, after redirects. */
  readonly url: string;
  readonly hosts: readonly NamedHost[];
  readonly findings: readonly Finding[];
}

/** A playlist that a manifest names and that was not read. */
export interface NotRead {
  readonly url: string;
  readonly reason: NotReadReason;
  readonly explanation: string;
}

export interface LintResult {
  readonly manifests: readonly Linted[];
  readonly notRead: readonly NotRead[];
}

interface LintOptions {
  /** The URL where the first manifest is served, if it was read from elsewhere. */
  readonly servedUrl: URL;
  /** Whether to read the playlists that an HLS playlist names too. */
  readonly deep: boolean;
  /** Returns the bytes of a URL that a manifest names. Throws a `NotReadError` for one that it does not read. */
  read(url: URL): Promise<SourceContent>;
}

/** Maximum number of manifests to read or try to read for one source; no legitimate one names this many. */
const maxManifests = 200;

/** Reasons that are known before a request; a playlist that is not read for one of them does not count toward `maxManifests`. */
const refusals: readonly NotReadReason[] = ['other-site', 'scheme', 'private-host', 'outside-folder'];

/** Returns how the user names what was read: the path of a file, the URL of a response. */
const nameOf = (url: URL): string => (url.protocol === 'file:' ? fileURLToPath(url) : url.href);

/**
 * Reads a manifest, and with `deep` every playlist that it names. A playlist that cannot be read is listed, and the others are read all the
 * same. Throws a `UsageError` when the first one is neither HLS nor DASH.
 */
export async function lintManifest(first: SourceContent, { servedUrl, deep, read }: LintOptions): Promise<LintResult> {
  const manifests: Linted[] = [];
  const notRead: NotRead[] = [];
  /** Each playlist in the order in which they are named, with the variables that it may import; a Map keeps that order while it grows. */
  const playlists = new Map<string, readonly [url: URL, imported: Variables]>([[servedUrl.href, [servedUrl, new Map()]]]);
  let countedManifests = 0;
  for (const [url, imported] of playlists.values()) {
    const isFirst = url === servedUrl;
    try {
      if (countedManifests >= maxManifests) throw new NotReadError('too-many', `more than ${maxManifests} manifests`);
      const content = isFirst ? first : await read(url);
      // URLs are relative to the URL of the response, after redirects, as in a player.
      const base = isFirst || content.url.protocol === 'file:' ? url : content.url;
      const text = new TextDecoder().decode(content.bytes);
      const { type, hosts, findings } = inspectWith(text, base, imported);
      if (type === 'unknown') throw new NotReadError('not-a-manifest', `${nameOf(content.url)} is neither an HLS playlist nor a DASH MPD`);
      countedManifests += 1;
      manifests.push({ url: base.href, hosts, findings });
      if (!deep || type !== 'hls') continue;
      const variables = variablesOf(text, base);
      for (const playlist of playlistsIn(text, base, imported))
        if (!playlists.has(playlist.href)) playlists.set(playlist.href, [playlist, variables]);
    } catch (error) {
      if (isFirst || !(error instanceof UsageError)) throw error;
      const reason = error instanceof NotReadError ? error.reason : 'unreachable';
      if (!refusals.includes(reason)) countedManifests += 1;
      notRead.push({ url: url.href, reason, explanation: error.message });
    }
  }
  return { manifests, notRead };
}
