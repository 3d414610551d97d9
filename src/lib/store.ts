/** A read-only view of a store: the newest snapshot, and a notification of each new one. */
export interface Readable<T extends object> {
  /** The newest snapshot; frozen, and the same object until something changes. */
  readonly current: Readonly<T>;
  /** Calls `listener` once per microtask in which the snapshot changed, until `signal` aborts. */
  subscribe(listener: (state: Readonly<T>) => void, signal?: AbortSignal): void;
}

/** One frozen snapshot of state; a patch that changes nothing creates no new snapshot and notifies no listener. */
export class Store<T extends object> implements Readable<T> {
  #current: Readonly<T>;
  #pending = false;
  readonly #listeners = new Set<(state: Readonly<T>) => void>();

  constructor(initial: T) {
    this.#current = Object.freeze({ ...initial });
  }

  get current(): Readonly<T> {
    return this.#current;
  }

  /** Replaces the named keys; values are compared by identity, so pass the old array for "unchanged". */
  patch(patch: Partial<T>): void {
    const keys = Object.keys(patch) as (keyof T)[];
    if (keys.every((key) => Object.is(this.#current[key], patch[key]))) return;
    this.#current = Object.freeze({ ...this.#current, ...patch });
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      for (const listener of [...this.#listeners]) listener(this.#current);
    });
  }

  subscribe(listener: (state: Readonly<T>) => void, signal?: AbortSignal): void {
    if (signal?.aborted) return;
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }
}
