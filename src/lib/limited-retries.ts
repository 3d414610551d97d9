/** Minimum time in milliseconds between a failure and the next load. */
const retryDelay = 10_000;

/** Maximum number of failures of one load. */
const maxFailures = 3;

/** Counts failed loads by key, so that an optional load is retried later, but not forever. */
export class LimitedRetries {
  readonly #failures = new Map<string, { readonly count: number; readonly time: number }>();

  /** Whether a load may begin now. */
  allows(key: string): boolean {
    const { count, time } = this.#failures.get(key) ?? { count: 0, time: -Infinity };
    return count < maxFailures && performance.now() - time >= retryDelay;
  }

  failed(key: string): void {
    this.#failures.set(key, { count: (this.#failures.get(key)?.count ?? 0) + 1, time: performance.now() });
  }

  /** Forgets the failures of a load that has succeeded since. */
  succeeded(key: string): void {
    this.#failures.delete(key);
  }

  /**
   * Calls `load` if it is allowed now, and resolves to its value. Resolves to undefined if it is not allowed or fails; a value of undefined
   * is a failure too.
   */
  async run<Value>(key: string, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
    if (!this.allows(key)) return undefined;
    const value = await load().catch(() => undefined);
    if (value === undefined) this.failed(key);
    else this.succeeded(key);
    return value;
  }
}
