import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every file below the given files and folders, in one order everywhere. */
function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

/** A hash of the contents of files and folders, and of whatever else the result depends on. */
export function fingerprint(paths, ...also) {
  const hash = createHash('sha256').update(JSON.stringify(also));
  for (const file of paths.flatMap(files)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** Runs `make` unless `stampFile` says that it already ran for this fingerprint. */
export async function once(stampFile, mark, make) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === mark) return;
  await make();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, mark);
}
