import { redactUrl } from '../../lib/redact.js';
import { PlayerError, toPlayerError } from '../error.js';
import type { Guard } from '../network/guard.js';
import { httpError } from '../network/http-error.js';
import { readWhole, type WholeResponse } from '../network/response-timing.js';
import { failureReasonOfError, failureReasonOfStatus, IdleTimeout, parseRetryAfter, RequestFailure } from '../recovery/fetch-once.js';
import { limits } from '../recovery/limits.js';
import { retryFirstRequest } from '../recovery/retry-first-request.js';
import type { AttemptMonitor } from '../recovery/attempt-monitor.js';
import { typeOfMime, type ValidSource } from '../source.js';

/**
 * Fetches the first manifest of a source through the guard, with retries (`retryFirstRequest`), and stores it for the engine's request. `startEngine` then validates it.
 * @returns undefined when a URL of unknown type answers with a media file, whose body is not read
 * @throws PlayerError when no manifest arrives, with a code that says why
 */
export async function fetchFirstManifest(
  guard: Guard,
  { url, type }: ValidSource,
  monitor: AttemptMonitor
): Promise<WholeResponse | undefined> {
  const { signal } = monitor;
  const send = async (): Promise<WholeResponse | undefined> => {
    const response = await requestManifest(guard, url, signal, type === undefined);
    if (!response) return undefined;
    const { status, headers } = response;
    const statusError = httpError(status, url);
    if (statusError) throw new RequestFailure(failureReasonOfStatus(status), statusError, parseRetryAfter(headers.get('retry-after')));
    // The engine fetches the same URL again.
    guard.storeResponse(url, response);
    return response;
  };
  return retryFirstRequest(monitor, signal, send, (thrown) => {
    if (thrown instanceof RequestFailure) return thrown;
    const error = toPlayerError(thrown, 'network/unreachable');
    return { reason: failureReasonOfError(error), error, retryAfter: 0 };
  });
}

const isMediaFile = ({ ok, headers }: Response): boolean => ok && typeOfMime(headers.get('content-type') ?? '') === 'file';

async function requestManifest(guard: Guard, url: URL, signal: AbortSignal, mayBeFile: boolean): Promise<WholeResponse | undefined> {
  const idleTimeout = new IdleTimeout(signal);
  idleTimeout.start(limits.responseTimeoutMs);
  try {
    const response = await guard.fetch(url, 'manifest', { signal: idleTimeout.signal });
    // The time without data is limited and not the total time, because a slow network is not a failure.
    const waitForNextByte = () => idleTimeout.start(limits.nextByteTimeoutMs);
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
