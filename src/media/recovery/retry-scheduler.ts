/** Minimum time between two retries of one attempt or load, of whatever request, so that a failing server is not flooded. */
const minSpacingMs = 400;

/**
 * Schedules the pauses between retries. A sign that the network is back, or that playback waits, ends all pauses at once; even then
 * the retries start one after the other.
 */
export class RetryScheduler {
  readonly #waiting = new Set<() => void>();
  #lastRetry = -Infinity;

  /** Resolves after `ms` milliseconds, or soon after `wake`. Rejects with the signal's reason. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    await this.#sleep(ms, signal, true);
    for (;;) {
      const remaining = this.#lastRetry + minSpacingMs - performance.now();
      if (remaining <= 0) break;
      await this.#sleep(remaining, signal, false);
    }
    this.#lastRetry = performance.now();
  }

  /** Ends all pauses now. */
  wake(): void {
    for (const end of [...this.#waiting]) end();
  }

  #sleep(ms: number, signal: AbortSignal, wakeable: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const cleanUp = () => {
        clearTimeout(timer);
        this.#waiting.delete(end);
        signal.removeEventListener('abort', abort);
      };
      const end = () => (cleanUp(), resolve());
      const abort = () => (cleanUp(), reject(signal.reason as Error));
      const timer = setTimeout(end, ms);
      if (signal.aborted) return abort();
      if (wakeable) this.#waiting.add(end);
      signal.addEventListener('abort', abort);
    });
  }
}
