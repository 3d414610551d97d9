/** Where the viewer's choices may be kept: nowhere, until the tab is closed, or until they are erased. */
export type StorageKind = 'none' | 'session' | 'local';

/** A store in the shape of the browser's own; each method may also return a promise. `sessionStorage` is one. */
export interface StorageAdapter {
  getItem(key: string): string | null | Promise<string | null>;
  setItem(key: string, value: string): void | Promise<void>;
  removeItem(key: string): void | Promise<void>;
}

/** The one name under which anything is stored. */
export const storageKey = 'jet-player';

/** A store that never throws: one that fails, is full or is forbidden is an empty one. */
export interface Shelf {
  read(): Promise<string | null>;
  write(text: string): void;
  erase(): void;
}

/** In a sandbox, or with cookies blocked, the mere look at a store throws. */
function browserStore(kind: StorageKind): StorageAdapter | undefined {
  try {
    return kind === 'local' ? globalThis.localStorage : globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

async function quietly<T>(act: () => T | Promise<T>, otherwise: T): Promise<T> {
  try {
    return await act();
  } catch {
    return otherwise;
  }
}

/** The one door to storage. With `none` it is a wall: nothing behind it is touched, not even to see whether it is there. */
export function openShelf(kind: StorageKind, adapter?: StorageAdapter | null): Shelf | undefined {
  if (kind === 'none') return undefined;
  const store = adapter ?? browserStore(kind);
  if (!store) return undefined;
  return {
    read: () => quietly(() => store.getItem(storageKey), null),
    write: (text) => void quietly(() => store.setItem(storageKey, text), undefined),
    erase: () => void quietly(() => store.removeItem(storageKey), undefined)
  };
}
