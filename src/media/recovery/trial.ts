import type { UrlKind } from '../../policy/policy.js';
import { Failure } from './attempt.js';
import { afterFailedRequest, type Cause, type Neighbours } from './policy.js';
import type { Recovery } from './recovery.js';

/** One request with all its tries: it keeps count, asks the policy, and waits. */
export class Trial {
  readonly #begun = performance.now();
  #cause: Cause | undefined;
  #tried = 0;
  #starved = 0;
  #since = performance.now();

  constructor(
    readonly recovery: Recovery,
    readonly kind: UrlKind,
    readonly signal: AbortSignal,
    private readonly neighbours: () => Neighbours
  ) {}

  /**
   * Waits as long as the policy says and resolves to `again`, or to `missing` when this piece has to be done without.
   * When the source is gone it says so to the player and never resolves: the player ends everything by the signal, and this rejects.
   */
  async failed(failure: unknown): Promise<'again' | 'missing'> {
    if (!(failure instanceof Failure)) throw failure;
    const { recovery, kind, signal } = this;
    const { cause, error, retryAfter } = failure;
    if (cause !== this.#cause) this.#tried = 0;
    this.#cause = cause;
    const starving = recovery.starving;
    const now = performance.now();
    this.#starved = starving ? this.#starved + now - this.#since : 0;
    this.#since = now;
    const facts = {
      kind,
      cause,
      tried: this.#tried++,
      age: now - this.#begun,
      starved: this.#starved,
      starving,
      live: recovery.live,
      renewable: recovery.renewable,
      ...this.neighbours(),
      retryAfter
    };
    const step = afterFailedRequest(facts);
    if (step === 'missing') {
      recovery.mended(this);
      return step;
    }
    if (step === 'gone') {
      recovery.gone(error);
      signal.throwIfAborted();
      return 'missing';
    }
    recovery.troubled(this, cause === 'not-yet' ? 'waiting' : 'reconnecting', error, step.again);
    try {
      await recovery.pauses.wait(step.again, signal);
    } catch (reason) {
      recovery.mended(this);
      throw reason;
    }
    recovery.health.count('retries');
    return 'again';
  }

  /** Something usable came. */
  succeeded(): void {
    const { recovery } = this;
    recovery.mended(this);
    // The network is there, so nobody needs to wait any longer to find that out.
    if (this.#cause === 'lost' || this.#cause === 'silent' || this.#cause === 'foreign') recovery.pauses.wake();
    this.#cause = undefined;
    this.#starved = 0;
  }
}
