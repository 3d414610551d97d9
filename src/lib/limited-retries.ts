/** Minimum time between a failure and the next load. */
const retryDelayMs = 10_000;

/** Maximum number of failures of one load. */
const maxFailures = 3;

/** Limits how often a failed load is repeated. Each load has a key; it is for loads that the player can do without, such as thumbnails. */
export class LimitedRetries {
  readonly #failures = new Map<string, { readonly count: number; readonly time: number }>();

  /** Whether a load may begin now. */
  allows(key: string): boolean {
    const { count, time } = this.#failures.get(key) ?? { count: 0, time: -Infinity };
    return count < maxFailures && performance.now() - time >= retryDelayMs;
  }

  recordFailure(key: string): void {
    this.#failures.set(key, { count: (this.#failures.get(key)?.count ?? 0) + 1, time: performance.now() });
  }

  /** Forgets the failures of a load that has succeeded since. */
  recordSuccess(key: string): void {
    this.#failures.delete(key);
  }

  /**
   * Calls `load` if it is allowed now, and resolves to its value. Resolves to undefined if it is not allowed or fails; a value of undefined
   * is a failure too.
   */
  async run<Value>(key: string, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
    if (!this.allows(key)) return undefined;
    const value = await load().catch(() => undefined);
    if (value === undefined) this.recordFailure(key);
    else this.recordSuccess(key);
    return value;
  }
}
