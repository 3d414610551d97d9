import type { RequestKind } from '../../policy/policy.js';
import { RequestFailure } from './fetch-once.js';
import { afterFailedRequest, type Cause, type Neighbours } from './recovery-policy.js';
import type { AttemptMonitor } from './attempt-monitor.js';

/** Retries one request: counts its failures, applies the policy, and waits. */
export class RequestRetry {
  readonly #startedAt = performance.now();
  #cause: Cause | undefined;
  #earlierFailures = 0;
  #rebufferedFor = 0;
  #lastCheckTime = performance.now();
  /** Whether the player was rebuffering at `#lastCheckTime`. */
  #wasRebuffering: boolean;

  constructor(
    readonly monitor: AttemptMonitor,
    readonly kind: RequestKind,
    readonly signal: AbortSignal,
    private readonly neighbours: () => Neighbours
  ) {
    this.#wasRebuffering = monitor.rebuffering;
  }

  /**
   * Waits as long as the policy says and resolves to `retry`, or to `give-up-request` when there will be no further try.
   * When the policy ends the attempt, reports this to the player, which then aborts the signal, and rejects with the signal's reason.
   */
  async onFailure(failure: unknown): Promise<'retry' | 'give-up-request'> {
    if (!(failure instanceof RequestFailure)) throw failure;
    const { monitor, kind, signal } = this;
    const { cause, error, retryAfter } = failure;
    if (cause !== this.#cause) this.#earlierFailures = 0;
    this.#cause = cause;
    const rebuffering = monitor.rebuffering;
    const now = performance.now();
    this.#rebufferedFor = rebuffering && this.#wasRebuffering ? this.#rebufferedFor + now - this.#lastCheckTime : 0;
    this.#wasRebuffering = rebuffering;
    this.#lastCheckTime = now;
    const facts = {
      kind,
      cause,
      earlierFailures: this.#earlierFailures++,
      elapsed: now - this.#startedAt,
      rebufferedFor: this.#rebufferedFor,
      rebuffering,
      live: monitor.live,
      renewable: monitor.renewable,
      ...this.neighbours(),
      retryAfter
    };
    const step = afterFailedRequest(facts);
    if (step === 'give-up-request') {
      monitor.clearFailure(this);
      return step;
    }
    if (step === 'fail-attempt') {
      monitor.failAttempt(error);
      signal.throwIfAborted();
      return 'give-up-request';
    }
    monitor.reportFailure(this, cause === 'not-available-yet' ? 'unavailable' : 'reconnecting', error, step.retryIn);
    try {
      await monitor.retryScheduler.wait(step.retryIn, signal);
    } catch (reason) {
      monitor.clearFailure(this);
      throw reason;
    }
    monitor.health.count('retries');
    return 'retry';
  }

  /** Reports that the request succeeded. */
  onSuccess(): void {
    const { monitor } = this;
    monitor.clearFailure(this);
    // The network works again, so the other pending retries start at once.
    if (this.#cause === 'connection-failed' || this.#cause === 'timeout' || this.#cause === 'not-media') monitor.retryScheduler.wake();
    this.#cause = undefined;
    this.#rebufferedFor = 0;
  }
}
