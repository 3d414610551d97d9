import type { Session } from '../cdp.js';
import type { StorageKind } from '../evidence.js';
import type { Target } from '../targets.js';

interface Frame {
  readonly parentId?: string;
  readonly securityOrigin: string;
}

/**
 * The storage keys that a document can have, by its origin and that of the page around it: as the first party, or partitioned by the page's
 * site. Only the browser knows which suffix of a host is its site; following an unused key does no harm.
 */
export function possibleKeys(origin: string, pageOrigin: string): string[] {
  if (!/^https?:/.test(origin)) return [];
  if (!/^https?:/.test(pageOrigin) || origin === pageOrigin) return [`${origin}/`];
  const { protocol, hostname } = new URL(pageOrigin);
  const labels = hostname.split('.');
  const sites = /^[\d.]+$|^\[/.test(hostname) ? [hostname] : labels.map((_, index) => labels.slice(index).join('.'));
  return [`${origin}/`, ...sites.map((site) => `${origin}/^0${protocol}//${site}`)];
}

/** `https://a.test/^0https://b.test` and the like: the origin comes first. */
export const originOfKey = (storageKey: string): string => {
  const key = storageKey.split('^')[0] ?? storageKey;
  return URL.canParse(key) ? new URL(key).origin : key;
};

/** Chromium's names for the kinds of storage. */
const kinds: ReadonlyMap<string, StorageKind> = new Map([
  ['file_systems', 'OPFS'],
  ['indexeddb', 'IndexedDB'],
  ['cache_storage', 'Cache'],
  ['service_workers', 'service worker'],
  ['shared_storage', 'shared storage'],
  ['websql', 'other storage'],
  ['other', 'other storage']
]);

/**
 * Follows every storage key that a document of the page has had, beyond the document's life: the browser itself reports which buckets exist
 * and their size, whatever the page has done to its own functions.
 */
export class StorageKeys {
  readonly #add: (kind: StorageKind, origin: string, name: string) => void;
  /** The session that follows a key: a page's, because a frame's session ends with the frame. */
  readonly #followed = new Map<string, Session>();
  /** The origin of each page, by its target. */
  readonly #pages = new Map<string, string>();
  readonly #opened = new Set<string>();
  readonly #looked = new Set<string>();
  /** The keys that were open when the current check started. */
  #ready: ReadonlySet<string> = new Set();

  constructor(add: (kind: StorageKind, origin: string, name: string) => void) {
    this.#add = add;
  }

  start(target: Target): void {
    const { session } = target;
    let root = target;
    while (root.parent) root = root.parent;
    session.on<{ frame: Frame }>('Page.frameNavigated', ({ frame: { parentId, securityOrigin } }) => {
      if (!target.parent && !parentId) this.#pages.set(root.id, securityOrigin);
      // The browser does not know the key of a new document yet, and a frame that is removed soon cannot be asked later.
      for (const key of possibleKeys(securityOrigin, this.#pages.get(root.id) ?? '')) void this.follow(key, root.session);
    });
    session.on<{ bucketInfo: { bucket: { storageKey: string; name?: string } } }>('Storage.storageBucketCreatedOrUpdated', (event) => {
      const { storageKey, name } = event.bucketInfo.bucket;
      this.#opened.add(storageKey);
      if (name) this.#add('storage bucket', originOfKey(storageKey), name);
    });
    session.on<{ storageKey: string; databaseName: string }>('Storage.indexedDBContentUpdated', ({ storageKey, databaseName }) =>
      this.#add('IndexedDB', originOfKey(storageKey), databaseName)
    );
    session.on<{ storageKey: string; cacheName: string }>('Storage.cacheStorageContentUpdated', ({ storageKey, cacheName }) =>
      this.#add('Cache', originOfKey(storageKey), cacheName)
    );
  }

  /** The storage key of a frame; undefined when the frame is gone. */
  async keyOf(session: Session, frameId: string): Promise<string | undefined> {
    const answer =
      (await session.attempt<{ storageKey: string }>('Storage.getStorageKeyForFrame', { frameId })) ??
      (await session.attempt<{ storageKey: string }>('Storage.getStorageKey', { frameId }));
    return answer?.storageKey;
  }

  /** Whether a key has stored anything. Reading an untouched one from within the page would create it. */
  isOpen(storageKey: string): boolean {
    return this.#ready.has(storageKey);
  }

  /** The origins that have opened their storage, as of the current check: as a first party, or also in frames of other sites. */
  openOrigins(as: 'first party' | 'any'): string[] {
    return [...new Set([...this.#ready].filter((key) => as === 'any' || !key.includes('^')).map(originOfKey))];
  }

  /** Notes that the names of a key were read from within the page. */
  noteLook(storageKey: string): void {
    this.#looked.add(storageKey);
  }

  /** Starts a check: asks again for the buckets of every key. */
  async refresh(): Promise<void> {
    await Promise.all(
      [...this.#followed].map(async ([storageKey, session]) => {
        await session.attempt('Storage.setStorageBucketTracking', { storageKey, enable: false });
        await session.attempt('Storage.setStorageBucketTracking', { storageKey, enable: true });
      })
    );
    this.#ready = new Set(this.#opened);
  }

  /**
   * Adds storage that only its size reveals, for kinds of which no name is known: `known` tells which. A key whose documents ended before
   * they could be asked counts too.
   */
  async weigh(
    known: (origin: string, kind?: StorageKind) => boolean,
    add: (kind: StorageKind, origin: string, bytes: number) => void
  ): Promise<void> {
    for (const [storageKey, session] of this.#followed) {
      const origin = originOfKey(storageKey);
      interface Usage {
        readonly usageBreakdown: readonly { storageType: string; usage: number }[];
      }
      const answer = storageKey.includes('^') ? undefined : await session.attempt<Usage>('Storage.getUsageAndQuota', { origin });
      for (const { storageType, usage } of answer?.usageBreakdown ?? []) {
        const kind = kinds.get(storageType);
        if (kind && usage > 0 && !known(origin, kind)) add(kind, origin, usage);
      }
      if (this.#ready.has(storageKey) && !this.#looked.has(storageKey) && !known(origin)) add('other storage', origin, 0);
    }
  }

  /** Makes the browser report the storage of a key from now on. */
  async follow(storageKey: string, page: Session): Promise<void> {
    if (this.#followed.has(storageKey)) return;
    this.#followed.set(storageKey, page);
    await Promise.all([
      page.attempt('Storage.setStorageBucketTracking', { storageKey, enable: true }),
      page.attempt('Storage.trackIndexedDBForStorageKey', { storageKey }),
      page.attempt('Storage.trackCacheStorageForStorageKey', { storageKey })
    ]);
  }
}
