import type { PlayerError } from '../error.js';
import type { AttemptMonitor, RequestId } from './attempt-monitor.js';
import { afterFailedFirstRequest, type FailureReason } from './recovery-rules.js';

/** Why one try of the first request failed. */
export interface FirstRequestFailure {
  readonly reason: FailureReason;
  /** The error of the attempt, if no further try follows. */
  readonly error: PlayerError;
  /** The server's `Retry-After` in milliseconds, or 0. */
  readonly retryAfter: number;
}

/**
 * Sends the first request of a source, which is for its manifest or its file, and retries it by `afterFailedFirstRequest`.
 *
 * `failureOf` receives what `send` threw, and returns the failure, or throws an error that must not be retried.
 * @throws PlayerError of the last failure; the signal's reason when it aborts
 */
export async function retryFirstRequest<Result>(
  monitor: AttemptMonitor,
  signal: AbortSignal,
  send: () => Promise<Result>,
  failureOf: (thrown: unknown) => FirstRequestFailure
): Promise<Result> {
  const request: RequestId = {};
  const startedAt = performance.now();
  for (let failures = 0, lastReason: FailureReason | undefined; ; failures++) {
    try {
      const result = await send();
      monitor.recordRetryEnd(request);
      return result;
    } catch (thrown) {
      signal.throwIfAborted();
      const { reason, error, retryAfter } = failureOf(thrown);
      if (reason !== lastReason) failures = 0;
      lastReason = reason;
      const pause = afterFailedFirstRequest({ reason, earlierFailures: failures, elapsed: performance.now() - startedAt, retryAfter });
      if (pause === undefined) throw error;
      monitor.recordRetry(request, 'reconnecting', error, pause);
      await monitor.retryScheduler.wait(pause, signal);
      monitor.health.count('retries');
    }
  }
}
