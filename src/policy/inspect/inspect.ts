import { manifestKind, xmlRoot } from '../manifest-kind.js';
import { inspectDash } from './dash.js';
import type { Finding, NamedHost } from './finding.js';
import { Findings } from './findings.js';
import { inspectHls } from './hls.js';
import type { Variables } from './hls-variables.js';

/** Which hosts a manifest makes a player contact, and which constructs in it track the viewer. */
export interface Inspection {
  readonly type: 'hls' | 'dash' | 'unknown';
  /** Every origin it names, its own included. */
  readonly hosts: readonly NamedHost[];
  /** Every URL on another origin and every tracking construct; empty for a manifest without either. */
  readonly findings: readonly Finding[];
}

/**
 * Reads one HLS playlist (RFC 8216bis) or DASH MPD (ISO/IEC 23009-1) as the engines read it, and lists every host and every tracking
 * construct in it.
 *
 * Pure and linear in the length of `text`: it fetches nothing, so playlists that the text names have to be inspected separately. It does
 * not see the content of segments, redirects or variables of another playlist. `manifestUrl` is the absolute URL of the manifest.
 * @throws TypeError when `manifestUrl` is not an absolute URL
 */
export function inspect(text: string, manifestUrl: string | URL): Inspection {
  return inspectWith(text, new URL(manifestUrl), new Map());
}

/** Does what `inspect` does, with the variables that a media playlist imports from its multivariant playlist. */
export function inspectWith(text: string, manifestUrl: URL, imported: Variables): Inspection {
  const findings = new Findings(manifestUrl);
  const type = typeOf(text);
  if (type === 'hls') inspectHls(text, manifestUrl, imported, findings);
  if (type === 'dash') inspectDash(text, manifestUrl, findings);
  return { type, hosts: findings.hosts, findings: findings.findings };
}

function typeOf(text: string): Inspection['type'] {
  const kind = manifestKind(text);
  if (kind !== 'xml') return kind;
  // A patch of an MPD names hosts as an MPD does (ISO/IEC 23009-1, 5.15).
  return xmlRoot(text)?.name === 'Patch' ? 'dash' : 'unknown';
}
