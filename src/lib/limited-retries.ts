/** Milliseconds before a failed load is repeated, and how often the same load may fail in all. */
const pause = 10_000;
const most = 3;

/** Counts failed loads by key, so that a load without which the player works is repeated later, and not for ever. */
export class LimitedRetries {
  readonly #failures = new Map<string, { readonly count: number; readonly time: number }>();

  /** Returns whether a load may begin now. */
  allows(key: string): boolean {
    const { count, time } = this.#failures.get(key) ?? { count: 0, time: -Infinity };
    return count < most && performance.now() - time >= pause;
  }

  failed(key: string): void {
    this.#failures.set(key, { count: (this.#failures.get(key)?.count ?? 0) + 1, time: performance.now() });
  }

  /** Forgets the failures of a load that has succeeded since. */
  succeeded(key: string): void {
    this.#failures.delete(key);
  }

  /** Loads what is allowed; resolves to undefined when it is not, or when `load` rejects or resolves to undefined, which is a failure. */
  async run<Value>(key: string, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
    if (!this.allows(key)) return undefined;
    const value = await load().catch(() => undefined);
    if (value === undefined) this.failed(key);
    else this.succeeded(key);
    return value;
  }
}
