import type { Evidence, StoredItemKind } from '../evidence.js';
import { hasDocument, type Target, type Targets } from '../targets.js';
import { openEmptyDocument } from './empty-document.js';
import { originOfKey, StorageKeys } from './storage-keys.js';
import { namesInPage, type StoredNames } from './storage-names.js';

interface StorageItem {
  readonly storageId: { storageKey?: string; securityOrigin?: string; isLocalStorage: boolean };
  readonly key: string;
  readonly newValue?: string;
}

/** The text instead of a name that the browser does not report. */
const unnamed = '(name not known)';

/** The text instead of names if a page opened its storage but left nothing in it. */
const emptied = '(empty when the audit looked)';

/** Records entries of web storage when they are written, and all other storage on request. */
export class StorageRecorder {
  readonly #evidence: Evidence;
  readonly #keys = new StorageKeys((kind, origin, name) => this.#add(kind, origin, name, 0));

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
      const origin = originOfKey(storageKey ?? securityOrigin ?? '');
      this.#add(isLocalStorage ? 'localStorage' : 'sessionStorage', origin, item.key, item.newValue?.length ?? 0, removed);
    };
    target.session.on<StorageItem>('DOMStorage.domStorageItemAdded', (item) => write(item, false));
    target.session.on<StorageItem>('DOMStorage.domStorageItemUpdated', (item) => write(item, false));
    target.session.on<StorageItem>('DOMStorage.domStorageItemRemoved', (item) => write(item, true));
    this.#keys.start(target);
    return [target.session.trySend('DOMStorage.enable')];
  }

  /** Records the names in the storage of every frame, and then the storage of which the browser reports only the size. */
  async recordNames(targets: Targets): Promise<void> {
    await this.#keys.refresh();
    await Promise.all(targets.documents.map((target) => this.#recordNamesOf(target)));
    await this.#recordUnnamed();
  }

  /**
   * Records the names again after the page has been left, because a page can store something while it unloads. It opens an empty document
   * of each origin that has stored anything, if the audit answers all requests of the page (`canAnswer`). No other recorder may be running,
   * because these documents belong to the audit.
   */
  async recordNamesAfterLeaving(page: Target['session'], canAnswer: boolean): Promise<void> {
    await this.#keys.refresh();
    for (const origin of canAnswer ? this.#keys.openOrigins('first party') : []) {
      const frameId = await openEmptyDocument(page, origin);
      if (frameId) await this.#recordNamesOfFrame(page, frameId);
    }
    await this.#recordUnnamed();
    for (const origin of this.#keys.openOrigins('any'))
      if (!this.#evidence.storage.some((entry) => entry.origin === origin)) this.#add('other storage', origin, emptied, 0);
  }

  async #recordUnnamed(): Promise<void> {
    const isKnown = (origin: string, kind?: StoredItemKind): boolean =>
      this.#evidence.storage.some((entry) => entry.origin === origin && (kind ? entry.kind === kind : !/Storage$/.test(entry.kind)));
    await this.#keys.reportUnnamed(isKnown, (kind, origin, bytes) => this.#add(kind, origin, unnamed, bytes));
  }

  async #recordNamesOf({ session }: Target): Promise<void> {
    interface Tree {
      readonly frame: { id: string };
      readonly childFrames?: readonly Tree[];
    }
    const answer = await session.trySend<{ frameTree: Tree }>('Page.getFrameTree');
    const frameIdsIn = (tree: Tree): string[] => [tree.frame.id, ...(tree.childFrames ?? []).flatMap(frameIdsIn)];
    await Promise.all((answer ? frameIdsIn(answer.frameTree) : []).map((frameId) => this.#recordNamesOfFrame(session, frameId)));
  }

  async #recordNamesOfFrame(session: Target['session'], frameId: string): Promise<void> {
    const storageKey = await this.#keys.keyOf(session, frameId);
    if (!storageKey || !this.#keys.isOpen(storageKey)) return;
    // An isolated world, so that the page cannot answer instead of the browser.
    const world = await session.trySend<{ executionContextId: number }>('Page.createIsolatedWorld', {
      frameId,
      worldName: 'jet-player audit'
    });
    if (!world) return;
    const expression = `(${namesInPage.toString()})()`;
    const call = { expression, contextId: world.executionContextId, awaitPromise: true, returnByValue: true };
    const answer = await session.trySend<{ result: { value?: StoredNames } }>('Runtime.evaluate', call);
    const names = answer?.result.value;
    if (!names) return;
    this.#keys.markRead(storageKey);
    const lists = { IndexedDB: names.databases, Cache: names.caches, OPFS: names.files, 'storage bucket': names.buckets } as const;
    for (const [kind, list] of Object.entries(lists))
      for (const name of list) this.#add(kind as keyof typeof lists, originOfKey(storageKey), name, 0);
  }

  #add(kind: StoredItemKind, origin: string, name: string, characters: number, removed = false): void {
    this.#evidence.addStorage({ kind, origin, name, characters, phase: this.#evidence.phase, removed });
  }
}
