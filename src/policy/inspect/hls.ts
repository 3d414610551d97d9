import type { Findings } from './findings.js';
import { dateRangeUrl, define, hlsConstructs, segment, variant } from './hls-constructs.js';

/** An attribute list (RFC 8216, 4.2), in one pass; what does not fit the form is passed over. */
function attributesOf(list: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (let at = 0; at < list.length;) {
    const equals = list.indexOf('=', at);
    if (equals < 0) break;
    const name = list.slice(at, equals).trim();
    const quoted = list[equals + 1] === '"';
    const from = quoted ? equals + 2 : equals + 1;
    const found = list.indexOf(quoted ? '"' : ',', from);
    const to = found < 0 ? list.length : found;
    attributes.set(name, list.slice(from, to));
    const comma = quoted ? list.indexOf(',', to) : to;
    at = comma < 0 ? list.length : comma + 1;
  }
  return attributes;
}

/** Finds the hosts and constructs of an HLS playlist, master or media. */
export function inspectHls(text: string, findings: Findings): void {
  let last = '';
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    if (!line.startsWith('#')) {
      const master = last === 'EXT-X-STREAM-INF';
      findings.away(master ? variant : segment, line, master ? 'manifest' : 'segment');
    } else if (line.startsWith('#EXT')) {
      last = inspectTag(line, findings) || last;
    }
  }
}

/** Looks at one tag; returns its name where an address line belongs to it. */
function inspectTag(line: string, findings: Findings): string {
  const colon = line.indexOf(':');
  const tag = line.slice(1, colon < 0 ? undefined : colon);
  if (tag === 'EXTINF' || tag === 'EXT-X-STREAM-INF') return tag;
  if (colon < 0) return '';
  const attributes = attributesOf(line.slice(colon + 1));
  if (tag === 'EXT-X-DEFINE') findings.always(define);
  const rows = hlsConstructs.filter(({ tags }) => tags.includes(tag));
  const known = new Set(rows.flatMap((row) => row.attributes));
  for (const { attributes: holders, kind, always, construct, explanation, specification, severity } of rows) {
    for (const holder of holders) {
      const address = attributes.get(holder);
      if (address) findings[always ? 'always' : 'away']({ construct, explanation, specification, severity }, address, kind);
    }
  }
  if (tag === 'EXT-X-DATERANGE') {
    for (const [name, value] of attributes) {
      if (name.startsWith('X-') && !known.has(name) && /^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(value))
        findings.away(dateRangeUrl, value, 'beacon');
    }
  }
  return '';
}
