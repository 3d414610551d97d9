import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Returns a file, or every file below a folder, in the same order on every machine. */
function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** Returns a hash of the contents of files and folders, and of other values on which a result depends. */
export function fingerprint(paths, ...otherValues) {
  const hash = createHash('sha256').update(JSON.stringify(otherValues));
  for (const file of paths.flatMap(filesIn)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** Returns a hash of everything from which `dist/` is built. @param {string} root the repository's folder */
export function buildFingerprint(root = '.') {
  const configs = readdirSync(root).filter((name) => /^(rollup|tsconfig|package)\b.*\.(mjs|json)$/.test(name));
  return fingerprint(
    ['src', 'build', ...configs.sort()].map((name) => join(root, name)),
    process.version
  );
}

/** Runs `make` unless `stampFile` says that it already ran for this fingerprint. */
export async function makeUnlessStamped(stampFile, fingerprintText, make) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprintText) return;
  await make();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, fingerprintText);
}
