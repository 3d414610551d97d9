/**
 * Reads the attribute list of an HLS tag (RFC 8216, 4.2) in one pass, and a malformed list as hls.js reads it: a quoted value ends at a
 * quote before a comma or the end, a value whose quote does not close ends at a comma, and the last attribute of a name counts.
 */
export function readAttributes(list: string): Readonly<Record<string, string | undefined>> {
  // Without a prototype, because a manifest chooses the names.
  const attributes = Object.create(null) as Record<string, string>;
  let unclosed = false;
  for (let from = 0, end = 0; ; from = end + 1) {
    const equals = list.indexOf('=', from + 1);
    if (equals < 0) return attributes;
    const begin = equals + 1;
    end = list[begin] === '"' && !unclosed ? endOfQuotedValue(list, begin) : -1;
    // A quote that does not close here does not close further on either.
    if (list[begin] === '"') unclosed = end < 0;
    if (end < 0) end = list.indexOf(',', begin);
    if (end < 0) end = list.length;
    const value = list.slice(begin, end);
    attributes[list.slice(from, equals).trim()] = value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
  }
}

/** The position after a quoted value; -1 if its quote does not close. */
function endOfQuotedValue(list: string, begin: number): number {
  const closing = list.indexOf('",', begin + 1);
  if (closing >= 0) return closing + 1;
  return list.endsWith('"') && list.length - 1 > begin ? list.length : -1;
}
