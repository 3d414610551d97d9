import { inspectDash } from './dash.js';
import type { Finding, NamedHost } from './finding.js';
import { Findings } from './findings.js';
import { inspectHls } from './hls.js';

/** What a manifest says about who would be contacted and how the viewer would be followed. */
export interface Inspection {
  readonly type: 'hls' | 'dash' | 'unknown';
  /** Every origin it names, its own included. */
  readonly hosts: readonly NamedHost[];
  /** Every address on another origin and every tracking construct; empty for a manifest that keeps to itself. */
  readonly findings: readonly Finding[];
}

/**
 * Reads one HLS playlist (RFC 8216bis) or DASH MPD (ISO/IEC 23009-1) and lists every host and every tracking construct in it.
 *
 * Pure and linear in the length of `text`: it fetches nothing, so playlists that the text names are to be inspected on their own.
 * It does not know what hides in segments, behind redirects or in variables. `address` is where the manifest was found, absolute.
 * @throws TypeError when `address` is no absolute URL
 */
export function inspect(text: string, address: string | URL): Inspection {
  const own = new URL(address);
  const findings = new Findings(own);
  const type = typeOf(text);
  if (type === 'hls') inspectHls(text, findings);
  if (type === 'dash') inspectDash(text, own, findings);
  return { type, hosts: findings.hosts, findings: findings.findings };
}

function typeOf(text: string): Inspection['type'] {
  if (text.trimStart().startsWith('#EXTM3U')) return 'hls';
  return /<(?:[\w.-]{1,64}:)?(?:MPD|Patch)[\s>/]/.test(text) ? 'dash' : 'unknown';
}
