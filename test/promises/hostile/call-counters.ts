/** How often the page called each function that stores data or contacts a host, by names such as `Storage.setItem`. */
export type CallCounts = Record<string, number>;

declare global {
  interface Window {
    /** Returns the counts so far. */
    forbiddenCalls(): CallCounts;
  }
}

/**
 * Replaces every function that stores data or contacts a host with one that counts its calls. Runs in the page before any of its scripts,
 * to which it is sent as text, so it may use nothing from outside.
 */
export function countForbiddenCalls(): void {
  const counts: CallCounts = {};
  const count = (name: string) => void (counts[name] = (counts[name] ?? 0) + 1);
  const globals = window as unknown as Record<string, { prototype: object } | undefined>;
  const countCalls = (owner: object | undefined, label: string, names: readonly string[]) => {
    for (const name of names) {
      const descriptor = owner && Object.getOwnPropertyDescriptor(owner, name);
      if (!owner || !descriptor) continue;
      const withCount = <T>(original: T): T =>
        (typeof original !== 'function'
          ? original
          : function (this: unknown, ...args: unknown[]) {
              count(`${label}.${name}`);
              return Reflect.apply(original as () => unknown, this, args) as unknown;
            }) as T;
      const { value, get, set } = descriptor as { value?: unknown; get?(): unknown; set?(value: unknown): void };
      Object.defineProperty(
        owner,
        name,
        value === undefined ? { ...descriptor, get: withCount(get), set: withCount(set) } : { ...descriptor, value: withCount(value) }
      );
    }
  };
  const classes: Record<string, readonly string[]> = {
    Storage: ['getItem', 'setItem', 'removeItem', 'clear', 'key', 'length'],
    IDBFactory: ['open', 'deleteDatabase', 'databases'],
    CacheStorage: ['open', 'match', 'has', 'keys', 'delete'],
    ServiceWorkerContainer: ['register', 'getRegistration', 'getRegistrations'],
    CookieStore: ['get', 'getAll', 'set', 'delete'],
    StorageManager: ['persist', 'estimate', 'getDirectory'],
    Document: ['cookie'],
    Navigator: ['sendBeacon', 'getBattery', 'requestMediaKeySystemAccess']
  };
  for (const [name, members] of Object.entries(classes)) countCalls(globals[name]?.prototype, name, members);
  countCalls(window, 'window', ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore', 'openDatabase', 'open']);
  for (const name of ['WebSocket', 'EventSource', 'RTCPeerConnection', 'WebTransport', 'SharedWorker', 'Worker', 'BroadcastChannel']) {
    const Original = globals[name] as (new (...args: never[]) => object) | undefined;
    if (!Original) continue;
    Object.assign(window, {
      [name]: new Proxy(Original, {
        construct(target, args, newTarget) {
          count(`new ${name}`);
          return Reflect.construct(target, args, newTarget) as object;
        }
      })
    });
  }
  window.forbiddenCalls = () => ({ ...counts });
}
