import { redactUrl } from '../../lib/redact.js';
import { PlayerError, toPlayerError } from '../error.js';
import type { Guard } from '../network/guard.js';
import { httpError } from '../network/http-error.js';
import { readWhole, type WholeResponse } from '../network/response-timing.js';
import { failureReasonOfStatus, failureReasonOfError, parseRetryAfter, IdleTimeout } from '../recovery/fetch-once.js';
import { afterFailedManifest, limits, type FailureReason } from '../recovery/recovery-rules.js';
import type { AttemptMonitor } from '../recovery/attempt-monitor.js';
import { typeOfMime, type ValidSource } from '../source.js';

/**
 * Fetches the first manifest of a source through the guard, with retries by a rule of its own (`afterFailedManifest`), and stores it for
 * the engine's request. `startEngine` then validates it.
 * @returns undefined when a URL of unknown type answers with a media file, whose body is not read
 * @throws PlayerError when no manifest arrives, with a code that says why
 */
export async function fetchFirstManifest(
  guard: Guard,
  { url, type }: ValidSource,
  monitor: AttemptMonitor
): Promise<WholeResponse | undefined> {
  const { signal } = monitor;
  /** Identifies this request for the monitor. */
  const request = {};
  const startedAt = performance.now();
  for (let failures = 0, lastReason: FailureReason | undefined; ; failures++) {
    let retryAfter = 0;
    try {
      const response = await requestManifest(guard, url, signal, type === undefined);
      retryAfter = parseRetryAfter(response?.headers.get('retry-after') ?? null);
      if (response) {
        const statusError = httpError(response.status, url);
        if (statusError) throw statusError;
        // The engine fetches the same URL again.
        guard.storeResponse(url, response);
      }
      monitor.recordRetryEnd(request);
      return response;
    } catch (thrown) {
      signal.throwIfAborted();
      const error = toPlayerError(thrown, 'network/unreachable');
      const reason = error.status === undefined ? failureReasonOfError(error) : failureReasonOfStatus(error.status);
      if (reason !== lastReason) failures = 0;
      lastReason = reason;
      const pause = afterFailedManifest({
        reason,
        earlierFailures: failures,
        elapsed: performance.now() - startedAt,
        retryAfter
      });
      if (pause === undefined) throw error;
      monitor.recordRetry(request, 'reconnecting', error, pause);
      await monitor.retryScheduler.wait(pause, signal);
      monitor.health.count('retries');
    }
  }
}

const isMediaFile = ({ ok, headers }: Response): boolean => ok && typeOfMime(headers.get('content-type') ?? '') === 'file';

async function requestManifest(guard: Guard, url: URL, signal: AbortSignal, mayBeFile: boolean): Promise<WholeResponse | undefined> {
  const idleTimeout = new IdleTimeout(signal);
  idleTimeout.start(limits.responseTimeout);
  try {
    const response = await guard.fetch(url, 'manifest', { signal: idleTimeout.signal });
    // The time without data is limited and not the total time, because a slow network is not a failure.
    const waitForNextByte = () => idleTimeout.start(limits.nextByteTimeout);
    waitForNextByte();
    if (!mayBeFile || !isMediaFile(response)) return await readWhole(response, waitForNextByte);
    void response.body?.cancel();
    return undefined;
  } catch (cause) {
    signal.throwIfAborted();
    if (!idleTimeout.signal.aborted) throw cause;
    throw new PlayerError('network/timeout', `${url.host} did not answer in time.`, { cause, url: redactUrl(url) });
  } finally {
    idleTimeout.stop();
  }
}
