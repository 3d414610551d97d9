import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { threadId } from 'node:worker_threads';

const fromRoot = (path) => new URL(`../${path}`, import.meta.url);
const folder = fromRoot('node_modules/.cache/jet-player/');

/** The hashes of input files, by their names: a build reads them hundreds of times, and they do not change while it runs. */
const fileHashes = new Map();

/** Returns the hash of the installed packages and of files, which is computed once. */
function hashOf(paths) {
  const key = paths.join();
  if (!fileHashes.has(key)) {
    const hash = createHash('sha256');
    for (const path of ['package-lock.json', ...paths]) hash.update(readFileSync(fromRoot(path)));
    fileHashes.set(key, hash.digest());
  }
  return fileHashes.get(key);
}

/**
 * Returns the text that `make` resolves to, or the same text from an earlier build if nothing has changed since: neither `inputText`, nor an
 * input file, nor an installed package.
 * @param {{ name: string, inputFiles: readonly string[], inputText?: string }} key `inputFiles` are paths from the root of the repository
 * @param {() => Promise<string>} make
 */
export async function cached({ name, inputFiles, inputText = '' }, make) {
  const key = createHash('sha256').update(hashOf(inputFiles)).update(inputText);
  const file = new URL(`${name}-${key.digest('hex').slice(0, 32)}.js`, folder);
  const earlier = await readFile(file, 'utf8').catch(() => undefined);
  if (earlier !== undefined) return earlier;
  const text = await make();
  await mkdir(folder, { recursive: true });
  // Written to another file and then renamed, so that a build that runs at the same time never reads an incomplete file.
  const draft = new URL(`${process.pid}-${threadId}-${Math.random()}.draft`, folder);
  await writeFile(draft, text);
  await rename(draft, file);
  return text;
}
