import type { Evidence, StorageKind } from '../evidence.js';
import { hasDocument, type Target, type Targets } from '../targets.js';

interface StorageItem {
  readonly storageId: { storageKey?: string; securityOrigin?: string; isLocalStorage: boolean };
  readonly key: string;
  readonly newValue?: string;
}

/** `https://a.test/^0https://b.test` and the like: the origin comes first. */
const originOf = (storageKey: string): string => {
  const key = storageKey.split('^')[0] ?? storageKey;
  return URL.canParse(key) ? new URL(key).origin : key;
};

/** Runs in the page: the names of its databases and caches. Where storage is forbidden there are none. */
async function namesInPage(): Promise<{ databases: string[]; caches: string[]; origin: string }> {
  const quiet = <T>(ask: () => Promise<T[]>): Promise<T[]> =>
    Promise.resolve()
      .then(ask)
      .catch(() => []);
  const databases = await quiet(() => window.indexedDB.databases());
  return { databases: databases.map(({ name }) => name ?? ''), caches: await quiet(() => window.caches.keys()), origin: window.origin };
}

/** Writes down entries of web storage as they are written, and databases, caches and service workers when asked to look. */
export class StorageWitness {
  readonly #evidence: Evidence;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  start(target: Target): Promise<unknown>[] {
    if (target.type === 'service_worker') {
      this.#add('service worker', new URL(target.url).origin, new URL(target.url).pathname, 0);
      return [];
    }
    if (!hasDocument(target)) return [];
    const write = (item: StorageItem, removed: boolean): void => {
      const { storageKey, securityOrigin, isLocalStorage } = item.storageId;
      const origin = originOf(storageKey ?? securityOrigin ?? '');
      this.#add(isLocalStorage ? 'localStorage' : 'sessionStorage', origin, item.key, item.newValue?.length ?? 0, removed);
    };
    target.session.on<StorageItem>('DOMStorage.domStorageItemAdded', (item) => write(item, false));
    target.session.on<StorageItem>('DOMStorage.domStorageItemUpdated', (item) => write(item, false));
    target.session.on<StorageItem>('DOMStorage.domStorageItemRemoved', (item) => write(item, true));
    return [target.session.attempt('DOMStorage.enable')];
  }

  /** Asks every frame of every document for its databases and caches. */
  async look(targets: Targets): Promise<void> {
    await Promise.all(targets.documents.map((target) => this.#lookInto(target)));
  }

  async #lookInto({ session }: Target): Promise<void> {
    interface Tree {
      readonly frame: { id: string };
      readonly childFrames?: readonly Tree[];
    }
    const answer = await session.attempt<{ frameTree: Tree }>('Page.getFrameTree');
    const ids = (tree: Tree): string[] => [tree.frame.id, ...(tree.childFrames ?? []).flatMap(ids)];
    await Promise.all((answer ? ids(answer.frameTree) : []).map((frameId) => this.#lookIntoFrame(session, frameId)));
  }

  async #lookIntoFrame(session: Target['session'], frameId: string): Promise<void> {
    // A world of its own: the page cannot answer in the browser's place.
    const world = await session.attempt<{ executionContextId: number }>('Page.createIsolatedWorld', {
      frameId,
      worldName: 'jet-player audit'
    });
    if (!world) return;
    const expression = `(${namesInPage.toString()})()`;
    const ask = { expression, contextId: world.executionContextId, awaitPromise: true, returnByValue: true };
    const answer = await session.attempt<{ result: { value?: Awaited<ReturnType<typeof namesInPage>> } }>('Runtime.evaluate', ask);
    const { databases = [], caches: names = [], origin = '' } = answer?.result.value ?? {};
    for (const name of databases) this.#add('IndexedDB', origin, name, 0);
    for (const name of names) this.#add('Cache', origin, name, 0);
  }

  #add(kind: StorageKind, origin: string, name: string, characters: number, removed = false): void {
    this.#evidence.addStorage({ kind, origin, name, characters, phase: this.#evidence.phase, removed });
  }
}
