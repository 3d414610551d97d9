import type Hls from 'hls.js';
import { PlayerError } from '../../error.js';
import { mediaSourceClass } from '../mse/media-source.js';
import { toError } from './errors.js';
import { undecodable } from './transport-stream-codecs.js';

/** hls.js's flag for "no other rendition is left" (`ErrorActionFlags.MoveAllAlternatesMatchingHost`). */
const noAlternative = 1;

/**
 * Fails when the first segment of a rendition shows that the browser cannot decode it. hls.js skips an elementary stream that it does not
 * know without an error, and waits for another rendition after a codec that the browser refused.
 */
export function failIfUndecodable(hls: Hls, events: typeof Hls.Events, failAttempt: (error: PlayerError) => void): void {
  const checked = new Set<string>();
  hls.on(events.FRAG_LOADED, (_, { frag, payload }) => {
    const { sn, type, level, cc, decryptdata } = frag;
    const key = `${type} ${level} ${cc}`;
    if (type === 'subtitle' || sn === 'initSegment' || decryptdata?.encrypted || checked.has(key)) return;
    checked.add(key);
    const reason = undecodable(new Uint8Array(payload), (mimeType) => mediaSourceClass()?.isTypeSupported(mimeType) === true);
    if (reason) failAttempt(new PlayerError('media/unsupported-codec', reason));
  });
  hls.on(events.ERROR, (_, data) => {
    const { details, errorAction } = data;
    const isLast = hls.levels.length < 2 || ((errorAction?.flags ?? 0) & noAlternative) > 0;
    if (details === 'bufferAddCodecError' && isLast) failAttempt(toError(data));
  });
}
