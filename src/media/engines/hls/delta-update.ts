import { PlayerError } from '../../error.js';

/**
 * Returns an error for a playlist delta update that was not requested (RFC 8216bis, 4.4.5.2), because hls.js would search for the skipped
 * segments forever; otherwise undefined. hls.js requests a delta update with `_HLS_skip`.
 */
export const unexpectedDeltaUpdate = (playlist: string, url: string): PlayerError | undefined =>
  !playlist.includes('#EXT-X-SKIP:') || /[?&]_HLS_skip=/.test(url)
    ? undefined
    : new PlayerError('manifest/malformed', 'The HLS playlist is a delta update, but the player has no earlier playlist.');
