import { PlayerError } from '../../error.js';

/**
 * What is wrong with a playlist that leaves out segments which nobody has seen (RFC 8216bis, 4.4.5.2): hls.js would look for them for ever.
 * Undefined where there is nothing wrong, for it asks for a playlist that goes on from an earlier one by `_HLS_skip`.
 */
export const unaskedDelta = (playlist: string, url: string): PlayerError | undefined =>
  !playlist.includes('#EXT-X-SKIP:') || /[?&]_HLS_skip=/.test(url)
    ? undefined
    : new PlayerError('manifest/malformed', 'The HLS playlist goes on from an earlier one that there was not.');
