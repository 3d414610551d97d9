/** How long preferences may be stored: not at all, until the tab is closed, or for 180 days unless they are erased before. */
export type StorageKind = 'none' | 'session' | 'local';

/** A store with the methods of Web Storage, such as `sessionStorage`; each method may also return a promise. */
export interface StorageAdapter {
  getItem(key: string): string | null | Promise<string | null>;
  setItem(key: string, value: string): void | Promise<void>;
  removeItem(key: string): void | Promise<void>;
}

/** The only key that the player stores. */
const storageKey = 'jet-player';

/** A store that never throws: when it fails, is full or is forbidden, it behaves as an empty store. */
interface PreferenceStore {
  read(): Promise<string | null>;
  write(text: string): void;
  erase(): void;
}

/** Returns the browser's store, or undefined when access to it throws, as in a sandbox or with cookies blocked. */
function browserStore(kind: StorageKind): StorageAdapter | undefined {
  try {
    return kind === 'local' ? globalThis.localStorage : globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

async function quietly<T>(act: () => T | Promise<T>, fallback: T): Promise<T> {
  try {
    return await act();
  } catch {
    return fallback;
  }
}

/** Opens the store; all storage access goes through it. With `none` it accesses no storage, not even to test whether it exists. */
export function openPreferenceStore(kind: StorageKind, adapter?: StorageAdapter | null): PreferenceStore | undefined {
  if (kind === 'none') return undefined;
  const store = adapter ?? browserStore(kind);
  if (!store) return undefined;
  return {
    read: () => quietly(() => store.getItem(storageKey), null),
    write: (text) => void quietly(() => store.setItem(storageKey, text), undefined),
    erase: () => void quietly(() => store.removeItem(storageKey), undefined)
  };
}
