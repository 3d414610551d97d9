import { base64UrlOf } from '../../drm.js';

const clearKeyFormat = 'KEYFORMAT="org.w3.clearkey"';
const keyLine = /^#EXT-X-(?:SESSION-)?KEY:.*$/gm;
const keyIdAttribute = /[:,]KEYID=0x([\da-f]{32})(?![\da-f])/i;
const dataUriAttribute = /([:,]URI=)"data:[^"]*"/;

const base64Of = (hex: string): string => base64UrlOf(hex).replaceAll('-', '+').replaceAll('_', '/');

/**
 * Returns the playlist with the `data:` URI of each ClearKey key replaced by a URI that contains the `KEYID` of the same tag, because hls.js
 * takes the bytes of that URI for the key id, ignores `KEYID`, and then fails when the browser lists no such key. The player uses such a
 * URI for nothing else: the key is from the page or from its licence server.
 */
export function withClearKeyIds(playlist: string): string {
  if (!playlist.includes(clearKeyFormat)) return playlist;
  return playlist.replace(keyLine, (line) => {
    const id = line.includes(clearKeyFormat) ? keyIdAttribute.exec(line)?.[1] : undefined;
    return id ? line.replace(dataUriAttribute, `$1"data:application/octet-stream;base64,${base64Of(id)}"`) : line;
  });
}
