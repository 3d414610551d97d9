/** Calls of the page that store or contact, counted on the browser's own prototypes; names like `Storage.setItem`. */
export type Counts = Record<string, number>;

declare global {
  interface Window {
    /** Reads the counts. */
    sentinels(): Counts;
  }
}

/**
 * Wraps every function that stores or contacts; runs in the page before any of its scripts. Self-contained, because Playwright sends it as
 * text.
 */
export function placeSentinels(): void {
  const counts: Counts = {};
  const count = (name: string) => void (counts[name] = (counts[name] ?? 0) + 1);
  const world = window as unknown as Record<string, { prototype: object } | undefined>;
  const watch = (owner: object | undefined, label: string, names: readonly string[]) => {
    for (const name of names) {
      const descriptor = owner && Object.getOwnPropertyDescriptor(owner, name);
      if (!owner || !descriptor) continue;
      const counted = <T>(original: T): T =>
        (typeof original !== 'function'
          ? original
          : function (this: unknown, ...given: unknown[]) {
              count(`${label}.${name}`);
              return Reflect.apply(original as () => unknown, this, given) as unknown;
            }) as T;
      const { value, get, set } = descriptor as { value?: unknown; get?(): unknown; set?(value: unknown): void };
      Object.defineProperty(
        owner,
        name,
        value === undefined ? { ...descriptor, get: counted(get), set: counted(set) } : { ...descriptor, value: counted(value) }
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
  for (const [name, members] of Object.entries(classes)) watch(world[name]?.prototype, name, members);
  watch(window, 'window', ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore', 'openDatabase', 'open']);
  for (const name of ['WebSocket', 'EventSource', 'RTCPeerConnection', 'WebTransport', 'SharedWorker', 'Worker', 'BroadcastChannel']) {
    const Original = world[name] as (new (...given: never[]) => object) | undefined;
    if (!Original) continue;
    Object.assign(window, {
      [name]: new Proxy(Original, {
        construct(target, given, newTarget) {
          count(`new ${name}`);
          return Reflect.construct(target, given, newTarget) as object;
        }
      })
    });
  }
  window.sentinels = () => ({ ...counts });
}
