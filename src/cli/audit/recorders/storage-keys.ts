import type { CdpSession } from '../cdp.js';
import type { StoredItemKind } from '../evidence.js';
import type { Target } from '../targets.js';

interface Frame {
  readonly parentId?: string;
  readonly securityOrigin: string;
}

/**
 * Returns the storage keys that a document can have, from its origin and that of the page around it: as a first party, or partitioned by
 * the page's site. Only the browser knows which suffix of a host is its site, and following an unused key does no harm.
 */
export function possibleKeys(origin: string, pageOrigin: string): string[] {
  if (!/^https?:/.test(origin)) return [];
  if (!/^https?:/.test(pageOrigin) || origin === pageOrigin) return [`${origin}/`];
  const { protocol, hostname } = new URL(pageOrigin);
  const labels = hostname.split('.');
  const sites = /^[\d.]+$|^\[/.test(hostname) ? [hostname] : labels.map((_, index) => labels.slice(index).join('.'));
  return [`${origin}/`, ...sites.map((site) => `${origin}/^0${protocol}//${site}`)];
}

/** Returns the origin of a storage key, which is its first part: `https://a.test/^0https://b.test`. */
export const originOfKey = (storageKey: string): string => {
  const key = storageKey.split('^')[0] ?? storageKey;
  return URL.canParse(key) ? new URL(key).origin : key;
};

/** The kinds of storage by the names in Chromium's usage breakdown. */
const kindsByUsage: ReadonlyMap<string, StoredItemKind> = new Map([
  ['file_systems', 'OPFS'],
  ['indexeddb', 'IndexedDB'],
  ['cache_storage', 'Cache'],
  ['service_workers', 'service worker'],
  ['shared_storage', 'shared storage'],
  ['websql', 'other storage'],
  ['other', 'other storage']
]);

/**
 * Follows every storage key of the page's documents, even after a document has ended. The browser itself reports which buckets exist and
 * how large they are, so a page that has changed its own functions cannot hide them.
 */
export class StorageKeys {
  readonly #add: (kind: StoredItemKind, origin: string, name: string) => void;
  /** The session that follows each key: that of the page, because a frame's session ends with the frame. */
  readonly #followed = new Map<string, CdpSession>();
  /** The origin of each page, by the id of its target. */
  readonly #pages = new Map<string, string>();
  readonly #openedKeys = new Set<string>();
  readonly #readKeys = new Set<string>();
  /** The keys that were open when the current check started. */
  #keysOpenAtCheck: ReadonlySet<string> = new Set();

  constructor(add: (kind: StoredItemKind, origin: string, name: string) => void) {
    this.#add = add;
  }

  start(target: Target): void {
    const { session } = target;
    let root = target;
    while (root.parent) root = root.parent;
    session.on<{ frame: Frame }>('Page.frameNavigated', ({ frame: { parentId, securityOrigin } }) => {
      if (!target.parent && !parentId) this.#pages.set(root.id, securityOrigin);
      // The browser does not know the key of a new document yet, and a frame that is removed soon cannot be queried later.
      for (const key of possibleKeys(securityOrigin, this.#pages.get(root.id) ?? '')) void this.follow(key, root.session);
    });
    session.on<{ bucketInfo: { bucket: { storageKey: string; name?: string } } }>('Storage.storageBucketCreatedOrUpdated', (event) => {
      const { storageKey, name } = event.bucketInfo.bucket;
      this.#openedKeys.add(storageKey);
      if (name) this.#add('storage bucket', originOfKey(storageKey), name);
    });
    session.on<{ storageKey: string; databaseName: string }>('Storage.indexedDBContentUpdated', ({ storageKey, databaseName }) =>
      this.#add('IndexedDB', originOfKey(storageKey), databaseName)
    );
    session.on<{ storageKey: string; cacheName: string }>('Storage.cacheStorageContentUpdated', ({ storageKey, cacheName }) =>
      this.#add('Cache', originOfKey(storageKey), cacheName)
    );
  }

  /** Returns the storage key of a frame; undefined if the frame is gone. */
  async keyOf(session: CdpSession, frameId: string): Promise<string | undefined> {
    const answer =
      (await session.trySend<{ storageKey: string }>('Storage.getStorageKeyForFrame', { frameId })) ??
      (await session.trySend<{ storageKey: string }>('Storage.getStorageKey', { frameId }));
    return answer?.storageKey;
  }

  /** Whether anything was ever stored under a key. Reading an unused key from within the page would create its storage. */
  isOpen(storageKey: string): boolean {
    return this.#keysOpenAtCheck.has(storageKey);
  }

  /** Returns the origins whose storage was open when the current check started: only as a first party, or also in frames of other sites. */
  openOrigins(as: 'first party' | 'any'): string[] {
    return [...new Set([...this.#keysOpenAtCheck].filter((key) => as === 'any' || !key.includes('^')).map(originOfKey))];
  }

  /** Marks a key whose names were read from within the page. */
  markRead(storageKey: string): void {
    this.#readKeys.add(storageKey);
  }

  /** Starts a check: requests the buckets of every key again. */
  async refresh(): Promise<void> {
    await Promise.all(
      [...this.#followed].map(async ([storageKey, session]) => {
        await session.trySend('Storage.setStorageBucketTracking', { storageKey, enable: false });
        await session.trySend('Storage.setStorageBucketTracking', { storageKey, enable: true });
      })
    );
    this.#keysOpenAtCheck = new Set(this.#openedKeys);
  }

  /**
   * Passes storage of which only the size is known to `add`, unless `isKnown` returns true for its kind. This includes keys whose documents
   * ended before their names could be read.
   */
  async reportUnnamed(
    isKnown: (origin: string, kind?: StoredItemKind) => boolean,
    add: (kind: StoredItemKind, origin: string, bytes: number) => void
  ): Promise<void> {
    for (const [storageKey, session] of this.#followed) {
      const origin = originOfKey(storageKey);
      interface Usage {
        readonly usageBreakdown: readonly { storageType: string; usage: number }[];
      }
      const answer = storageKey.includes('^') ? undefined : await session.trySend<Usage>('Storage.getUsageAndQuota', { origin });
      for (const { storageType, usage } of answer?.usageBreakdown ?? []) {
        const kind = kindsByUsage.get(storageType);
        if (kind && usage > 0 && !isKnown(origin, kind)) add(kind, origin, usage);
      }
      if (this.#keysOpenAtCheck.has(storageKey) && !this.#readKeys.has(storageKey) && !isKnown(origin)) add('other storage', origin, 0);
    }
  }

  /** Makes the browser report changes to the storage of a key. */
  async follow(storageKey: string, page: CdpSession): Promise<void> {
    if (this.#followed.has(storageKey)) return;
    this.#followed.set(storageKey, page);
    await Promise.all([
      page.trySend('Storage.setStorageBucketTracking', { storageKey, enable: true }),
      page.trySend('Storage.trackIndexedDBForStorageKey', { storageKey }),
      page.trySend('Storage.trackCacheStorageForStorageKey', { storageKey })
    ]);
  }
}
