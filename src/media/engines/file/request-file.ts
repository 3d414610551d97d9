import { fetchOnce, RequestFailure, type StreamingResponse } from '../../recovery/fetch-once.js';
import { afterFailedManifest, type FailureReason } from '../../recovery/recovery-rules.js';
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
  const incoming = await request(context, signal);
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

/** Sends the request, and retries it by the recovery rule for the first manifest. */
async function request({ guard: { direct }, source: { url }, monitor }: EngineContext, signal: AbortSignal): Promise<StreamingResponse> {
  const startedAt = performance.now();
  const key = {};
  let lastReason: FailureReason | undefined;
  for (let failures = 0; ; failures++) {
    try {
      const incoming = await fetchOnce(direct, url, 'segment', firstRequest(direct), signal);
      monitor.recordRetryEnd(key);
      return incoming;
    } catch (failure) {
      if (!(failure instanceof RequestFailure)) throw failure;
      const { reason, error, response, retryAfter } = failure;
      if (response?.type === 'opaqueredirect') throw redirectRefused(url);
      if (reason !== lastReason) failures = 0;
      lastReason = reason;
      const elapsed = performance.now() - startedAt;
      // Another host may not let the page read the file, which looks like a failed connection and does not change.
      const isFinal = reason === 'connection-failed' && url.origin !== direct.base.origin;
      const pause = isFinal ? undefined : afterFailedManifest({ reason, earlierFailures: failures, elapsed, retryAfter });
      if (pause === undefined) throw error;
      monitor.recordRetry(key, 'reconnecting', error, pause);
      await monitor.retryScheduler.wait(pause, signal);
      monitor.health.count('retries');
    }
  }
}
