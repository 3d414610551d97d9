/**
 * Reads the attribute list of an HLS tag (RFC 8216, 4.2) in one pass. As in hls.js, the last attribute of a name counts, and malformed
 * parts are skipped or become a part of the next name.
 */
export function readAttributes(list: string): Readonly<Record<string, string | undefined>> {
  // Without a prototype, because a manifest chooses the names.
  const attributes = Object.create(null) as Record<string, string>;
  for (let at = 0; at < list.length;) {
    const equals = list.indexOf('=', at);
    if (equals < 0) break;
    const name = list.slice(at, equals).trim();
    const quoted = list[equals + 1] === '"';
    const from = quoted ? equals + 2 : equals + 1;
    const found = list.indexOf(quoted ? '"' : ',', from);
    const to = found < 0 ? list.length : found;
    attributes[name] = list.slice(from, to);
    const comma = quoted ? list.indexOf(',', to) : to;
    at = comma < 0 ? list.length : comma + 1;
  }
  return attributes;
}
