/** The names stored under one storage key, by kind. */
export interface StoredNames {
  readonly databases: string[];
  readonly caches: string[];
  readonly files: string[];
  readonly buckets: string[];
}

/** The storage of a page or of one bucket, as far as the check needs it. TypeScript's library does not declare buckets. */
interface StorageRoot {
  readonly indexedDB: { databases(): Promise<{ name?: string }[]> };
  readonly caches: { keys(): Promise<string[]> };
  getDirectory(): Promise<{ keys(): AsyncIterable<string> }>;
}

/**
 * Returns the names of a page's databases, caches, files and buckets; none if storage is forbidden. It runs in the page, so it must be
 * self-contained.
 */
export async function namesInPage(): Promise<StoredNames> {
  const orEmpty = <T>(read: () => Promise<T[]>): Promise<T[]> =>
    Promise.resolve()
      .then(read)
      .catch(() => []);
  const storedNames: StoredNames = { databases: [], caches: [], files: [], buckets: [] };
  const collect = async (root: StorageRoot, prefix: string): Promise<void> => {
    const databases = await orEmpty(() => root.indexedDB.databases());
    storedNames.databases.push(...databases.map(({ name = '' }) => prefix + name));
    storedNames.caches.push(...(await orEmpty(() => root.caches.keys())).map((name) => prefix + name));
    const files = await orEmpty(async () => {
      const names: string[] = [];
      for await (const name of (await root.getDirectory()).keys()) names.push(prefix + name);
      return names;
    });
    storedNames.files.push(...files);
  };
  const { storage, storageBuckets: buckets } = navigator as unknown as {
    storage?: Pick<StorageRoot, 'getDirectory'>;
    storageBuckets?: { keys(): Promise<string[]>; open(name: string): Promise<StorageRoot> };
  };
  const directory = (): ReturnType<StorageRoot['getDirectory']> => (storage ? storage.getDirectory() : Promise.reject(new Error('none')));
  await collect({ indexedDB: window.indexedDB, caches: window.caches, getDirectory: directory }, '');
  for (const name of buckets ? await orEmpty(() => buckets.keys()) : []) {
    storedNames.buckets.push(name);
    const bucket = await buckets?.open(name).catch(() => undefined);
    if (bucket) await collect(bucket, `${name}/`);
  }
  return storedNames;
}
