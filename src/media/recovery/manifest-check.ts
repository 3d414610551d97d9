import { redactUrl } from '../../lib/redact.js';
import { PlayerError, toPlayerError } from '../error.js';
import { checkType, detectManifestType } from '../network/manifest-type.js';
import type { SourceType } from '../source.js';
import { RequestFailure } from './fetch-once.js';

/** Whether a playlist, multivariant or media, lists nothing to play and does not say that it has ended. */
const isEmptyLive = (text: string): boolean =>
  text.startsWith('#EXTM3U') &&
  /#EXT-X-(TARGETDURATION|MEDIA-SEQUENCE)/.test(text) &&
  !/#EXTINF|#EXT-X-PART|#EXT-X-ENDLIST|#EXT-X-STREAM-INF/.test(text);

/**
 * Returns why an engine must not receive a manifest, or undefined if it may. `expected` is the type that the engine reads.
 *
 * The player checks this because dash.js never returns from an MPD that is cut inside an attribute's name.
 */
export function manifestFailure(bytes: ArrayBuffer, url: URL, expected?: SourceType): RequestFailure | undefined {
  try {
    const detected = detectManifestType({ bytes, url: url.href });
    checkType(expected, detected, url);
    if (detected === 'dash') return undefined;
  } catch (cause) {
    return new RequestFailure('unusable-body', toPlayerError(cause));
  }
  if (bytes.byteLength > 4096 || !isEmptyLive(new TextDecoder().decode(bytes).trimStart())) return undefined;
  return new RequestFailure(
    'unavailable',
    new PlayerError('manifest/empty', 'The live channel has no segments yet.', { url: redactUrl(url) })
  );
}
