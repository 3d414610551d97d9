/** The names stored under one storage key, by kind. */
export interface StoredNames {
  readonly databases: string[];
  readonly caches: string[];
  readonly files: string[];
  readonly buckets: string[];
}

/** The parts of the page's global object that the check needs; not every browser's type library has them. */
interface Shelf {
  readonly indexedDB: { databases(): Promise<{ name?: string }[]> };
  readonly caches: { keys(): Promise<string[]> };
  getDirectory(): Promise<{ keys(): AsyncIterable<string> }>;
}

/** Runs in the page, self-contained: the names of its databases, caches, files and buckets. If storage is forbidden there are none. */
export async function namesInPage(): Promise<StoredNames> {
  const quiet = <T>(ask: () => Promise<T[]>): Promise<T[]> =>
    Promise.resolve()
      .then(ask)
      .catch(() => []);
  const found: StoredNames = { databases: [], caches: [], files: [], buckets: [] };
  const look = async (shelf: Shelf, prefix: string): Promise<void> => {
    const databases = await quiet(() => shelf.indexedDB.databases());
    found.databases.push(...databases.map(({ name = '' }) => prefix + name));
    found.caches.push(...(await quiet(() => shelf.caches.keys())).map((name) => prefix + name));
    const files = await quiet(async () => {
      const names: string[] = [];
      for await (const name of (await shelf.getDirectory()).keys()) names.push(prefix + name);
      return names;
    });
    found.files.push(...files);
  };
  const { storage, storageBuckets: buckets } = navigator as unknown as {
    storage?: Pick<Shelf, 'getDirectory'>;
    storageBuckets?: { keys(): Promise<string[]>; open(name: string): Promise<Shelf> };
  };
  const directory = (): ReturnType<Shelf['getDirectory']> => (storage ? storage.getDirectory() : Promise.reject(new Error('none')));
  await look({ indexedDB: window.indexedDB, caches: window.caches, getDirectory: directory }, '');
  for (const name of buckets ? await quiet(() => buckets.keys()) : []) {
    found.buckets.push(name);
    const bucket = await buckets?.open(name).catch(() => undefined);
    if (bucket) await look(bucket, `${name}/`);
  }
  return found;
}
