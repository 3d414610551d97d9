import { readAttributes } from '../attribute-list.js';
import type { Findings } from './findings.js';
import { dateRangeUrl, define, hlsConstructs, segment, variant } from './hls-constructs.js';

/** A line of a playlist. In hls.js, whose patterns read lines with `.`, each of the four characters ends one. */
const lines = /[^\r\n\u2028\u2029]+/g;

/** Finds the hosts and constructs of an HLS playlist, multivariant or media. */
export function inspectHls(text: string, findings: Findings): void {
  let last = '';
  for (const [raw] of text.matchAll(lines)) {
    const line = raw.trim();
    if (line === '') continue;
    if (!line.startsWith('#')) {
      const master = last === 'EXT-X-STREAM-INF';
      findings.addIfElsewhere(master ? variant : segment, line, master ? 'manifest' : 'segment');
    } else if (line.startsWith('#EXT')) {
      last = inspectTag(line, findings) || last;
    }
  }
}

/** Reads one tag; returns its name if a URL line belongs to it. */
function inspectTag(line: string, findings: Findings): string {
  const colon = line.indexOf(':');
  const tag = line.slice(1, colon < 0 ? undefined : colon);
  if (tag === 'EXTINF' || tag === 'EXT-X-STREAM-INF') return tag;
  if (colon < 0) return '';
  const attributes = readAttributes(line.slice(colon + 1));
  if (tag === 'EXT-X-DEFINE') {
    const value = attributes.VALUE ?? '';
    // A variable that is a URL can be a host; any other value can only be a part of one.
    if (/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(value)) findings.addConstruct(define, value, 'segment');
    else findings.addConstruct(define);
  }
  const rows = hlsConstructs.filter(({ tags }) => tags.includes(tag));
  const known = new Set(rows.flatMap((row) => row.attributes));
  for (const { attributes: holders, kind, always, construct, explanation, specification, severity } of rows) {
    for (const holder of holders) {
      const address = attributes[holder];
      if (address) findings[always ? 'addConstruct' : 'addIfElsewhere']({ construct, explanation, specification, severity }, address, kind);
    }
  }
  if (tag === 'EXT-X-DATERANGE') {
    for (const [name, value = ''] of Object.entries(attributes)) {
      if (name.startsWith('X-') && !known.has(name) && /^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(value))
        findings.addIfElsewhere(dateRangeUrl, value, 'beacon');
    }
  }
  return '';
}
