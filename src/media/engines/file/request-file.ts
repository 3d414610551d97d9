import { fetchOnce, RequestFailure } from '../../recovery/fetch-once.js';
import { retryFirstRequest, type FirstRequestFailure } from '../../recovery/retry-first-request.js';
import type { EngineContext } from '../engine.js';
import { checkFileHead, maxBytes, redirectRefused } from '../native/file-probe.js';
import { FileBytes } from './file-bytes.js';
import { firstRequest } from './first-request.js';
import { sizeOf } from './file-size.js';
import { UnreadableFile } from './pass-to-browser.js';

/**
 * Requests the whole file, and reads only its first bytes: it is received as far as it is played.
 * @throws PlayerError `policy/blocked` for a redirect that may not be followed; `source/wrong-type` for a manifest; an `UnreadableFile`
 * when the server sends no parts; the error of the network or the server
 */
export async function requestFile(context: EngineContext, signal: AbortSignal): Promise<FileBytes> {
  const { guard, source, monitor } = context;
  const { direct } = guard;
  const { url } = source;
  const incoming = await retryFirstRequest(
    monitor,
    signal,
    () => fetchOnce(direct, url, 'segment', firstRequest(direct), signal),
    (thrown) => failureOf(thrown, url, direct.base)
  );
  const size = sizeOf(incoming.response, 0);
  if (size === undefined) {
    incoming.cancel();
    throw new UnreadableFile('ranges', 'The server does not send parts of this file.');
  }
  const entityTag = incoming.response.headers.get('etag');
  const bytes = new FileBytes({ guard: direct, monitor, url, signal, size, entityTag }, incoming);
  checkFileHead(new TextDecoder().decode(await bytes.read(0, Math.min(size, maxBytes))));
  return bytes;
}

/** Returns the failure of one try. @throws what must not be retried */
function failureOf(thrown: unknown, url: URL, base: URL): FirstRequestFailure {
  if (!(thrown instanceof RequestFailure)) throw thrown;
  const { reason, error, response, retryAfter } = thrown;
  if (response?.type === 'opaqueredirect') throw redirectRefused(url);
  // Another host may not let the page read the file, which looks like a failed connection and does not change.
  if (reason === 'connection-failed' && url.origin !== base.origin) throw error;
  return { reason, error, retryAfter };
}
