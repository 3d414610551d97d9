import { redactUrl } from '../../lib/redact.js';
import { PlayerError, toPlayerError } from '../error.js';
import { identify } from '../manifest.js';
import { Failure } from './attempt.js';

/** A list with nothing to play, master or media, that does not say that it is over. */
const isEmptyLive = (text: string): boolean =>
  text.startsWith('#EXTM3U') &&
  /#EXT-X-(TARGETDURATION|MEDIA-SEQUENCE)/.test(text) &&
  !/#EXTINF|#EXT-X-PART|#EXT-X-ENDLIST|#EXT-X-STREAM-INF/.test(text);

/**
 * What is wrong with a manifest that an engine asked for; undefined when it may have it.
 *
 * An engine must not be the judge: dash.js never returns from an MPD that is cut inside an attribute's name.
 */
export function manifestFailure(bytes: ArrayBuffer, url: URL): Failure | undefined {
  try {
    if (identify({ bytes, url: url.href }) === 'dash') return undefined;
  } catch (cause) {
    return new Failure('foreign', toPlayerError(cause));
  }
  if (bytes.byteLength > 4096 || !isEmptyLive(new TextDecoder().decode(bytes).trimStart())) return undefined;
  return new Failure('not-yet', new PlayerError('manifest/empty', 'The live channel lists nothing yet.', { url: redactUrl(url) }));
}
