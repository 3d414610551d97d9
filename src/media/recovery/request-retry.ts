import type { RequestKind } from '../../policy/policy.js';
import { RequestFailure } from './fetch-once.js';
import { afterFailedRequest, type FailureReason, type MissingSegmentFacts } from './recovery-rules.js';
import type { AttemptMonitor } from './attempt-monitor.js';

/** Retries one request: counts its failures, applies the recovery rules, and waits. */
export class RequestRetry {
  readonly #missingSegmentFacts: () => MissingSegmentFacts;
  readonly #startedAt = performance.now();
  #reason: FailureReason | undefined;
  #earlierFailures = 0;
  #rebufferedFor = 0;
  #lastCheckTime = performance.now();
  /** Whether playback lacked data at `#lastCheckTime`. */
  #lackedData: boolean;

  constructor(
    readonly monitor: AttemptMonitor,
    readonly kind: RequestKind,
    readonly signal: AbortSignal,
    missingSegmentFacts: () => MissingSegmentFacts
  ) {
    this.#missingSegmentFacts = missingSegmentFacts;
    this.#lackedData = monitor.lacksData;
  }

  /**
   * Waits as long as the recovery rules say and resolves to `retry`, or to `give-up-request` when there will be no further try.
   * When they end the attempt, reports this to the player, which then aborts the signal, and rejects with the signal's reason; if the
   * attempt has already ended, resolves to `give-up-request`.
   */
  async onFailure(failure: unknown): Promise<'retry' | 'give-up-request'> {
    if (!(failure instanceof RequestFailure)) throw failure;
    const { monitor, kind, signal } = this;
    const { reason, error, retryAfter } = failure;
    if (reason !== this.#reason) this.#earlierFailures = 0;
    this.#reason = reason;
    const lacksData = monitor.lacksData;
    const now = performance.now();
    this.#rebufferedFor = lacksData && this.#lackedData ? this.#rebufferedFor + now - this.#lastCheckTime : 0;
    this.#lackedData = lacksData;
    this.#lastCheckTime = now;
    const facts = {
      kind,
      reason,
      earlierFailures: this.#earlierFailures++,
      elapsed: now - this.#startedAt,
      rebufferedFor: this.#rebufferedFor,
      lacksData,
      live: monitor.isLive,
      renewable: monitor.isRenewable,
      ...this.#missingSegmentFacts(),
      retryAfter
    };
    const decision = afterFailedRequest(facts);
    if (decision === 'give-up-request') {
      monitor.recordRetryEnd(this);
      return decision;
    }
    if (decision === 'fail-attempt') {
      monitor.failAttempt(error);
      signal.throwIfAborted();
      // The failure aborts the signal, unless the attempt has already failed or ended; the engine then continues without this request.
      return 'give-up-request';
    }
    monitor.recordRetry(this, reason === 'unavailable' ? reason : 'reconnecting', error, decision.pause);
    try {
      await monitor.retryScheduler.wait(decision.pause, signal);
    } catch (abortReason) {
      monitor.recordRetryEnd(this);
      throw abortReason;
    }
    monitor.health.count('retries');
    return 'retry';
  }

  /** Reports that the request succeeded. */
  onSuccess(): void {
    const { monitor } = this;
    monitor.recordRetryEnd(this);
    // The network works again, so the other pending retries start at once.
    if (this.#reason === 'connection-failed' || this.#reason === 'timeout' || this.#reason === 'unusable-body')
      monitor.retryScheduler.wake();
    this.#reason = undefined;
    // One request of a file succeeds many times; the next failure may be much later.
    this.#rebufferedFor = 0;
    this.#lackedData = monitor.lacksData;
    this.#lastCheckTime = performance.now();
  }
}
