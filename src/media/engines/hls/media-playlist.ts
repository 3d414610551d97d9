import { PlayerError } from '../../error.js';

/** hls.js's types of requests whose response must be a media playlist. */
const mediaPlaylistTypes = new Set(['level', 'audioTrack', 'subtitleTrack']);

/** Returns an error when a multivariant playlist arrives where hls.js requested a media playlist (RFC 8216, 4); otherwise undefined. */
export function unexpectedMultivariant(playlist: string, type: string): PlayerError | undefined {
  if (!mediaPlaylistTypes.has(type) || playlist.includes('#EXT-X-TARGETDURATION') || !playlist.includes('#EXT-X-STREAM-INF'))
    return undefined;
  return new PlayerError('source/wrong-type', 'The URL of a rendition returned a multivariant playlist.');
}
