/** The open resources of a page, counted by wrapping the browser's own functions before the code under test is loaded. */
export interface OpenResources {
  readonly requests: number;
  readonly workers: number;
  readonly timers: number;
  /** Listeners on targets that outlive a player: the window, the document, and the video that was passed to it. */
  readonly listeners: readonly string[];
}

type Listener = EventListenerOrEventListenerObject | null;

/** Starts counting; `targets` are those whose listeners are listed. */
export function trackOpenResources(targets: readonly EventTarget[]): () => OpenResources {
  let requests = 0;
  let workers = 0;
  const timers = new Set<number>();
  const listeners = new Map<string, Set<Listener>>();

  const { fetch, setTimeout, setInterval, clearTimeout, clearInterval, Worker } = window;
  window.fetch = (...args) => {
    requests++;
    return fetch(...args).finally(() => requests--);
  };
  const trackTimeout =
    (start: typeof setTimeout) =>
    (handler: TimerHandler, delay?: number, ...args: unknown[]) => {
      const id = start(() => {
        timers.delete(id);
        if (typeof handler === 'function') (handler as (...args: unknown[]) => void)(...args);
      }, delay) as unknown as number;
      timers.add(id);
      return id;
    };
  Object.assign(window, {
    setTimeout: trackTimeout(setTimeout),
    setInterval: (handler: TimerHandler, delay?: number, ...args: unknown[]) => {
      const id = setInterval(handler, delay, ...args) as unknown as number;
      timers.add(id);
      return id;
    },
    clearTimeout: (id: number) => (timers.delete(id), clearTimeout(id)),
    clearInterval: (id: number) => (timers.delete(id), clearInterval(id)),
    Worker: class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers++;
      }
      override terminate(): void {
        workers--;
        super.terminate();
      }
    }
  });

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const listenersFor = (target: EventTarget, type: string) => {
    const key = `${target.constructor.name} ${type}`;
    if (!listeners.has(key)) listeners.set(key, new Set());
    return listeners.get(key)!;
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (targets.includes(this)) {
      const set = listenersFor(this, type);
      set.add(listener);
      const signal = typeof options === 'object' ? options.signal : undefined;
      if (signal) addEventListener.call(signal, 'abort', () => set.delete(listener));
    }
    addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (targets.includes(this)) listenersFor(this, type).delete(listener);
    removeEventListener.call(this, type, listener, options);
  };

  return () => ({
    requests,
    workers,
    timers: timers.size,
    listeners: [...listeners].filter(([, set]) => set.size > 0).map(([key, set]) => `${key} x${set.size}`)
  });
}
