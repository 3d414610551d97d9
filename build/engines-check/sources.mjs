import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { enginePackages } from './packages.mjs';

/**
 * Code that contacts a host, stores data, starts other code or describes the device. Each match is compared between two versions, source by
 * source.
 */
const patterns = [
  /\bhttps?:\/\/[\w.-]+[\w./?=&%:#-]*/g,
  /\bnavigator\??\.\w+/g,
  /\bdocument\??\.(?:cookie|write|domain)\b/g,
  /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|caches)\b/g,
  /\b(?:sendBeacon|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|FontFace)\b/g,
  /\b(?:SharedWorker|Worker|serviceWorker|importScripts|BroadcastChannel)\b/g,
  /\b(?:fetch|eval|import|createObjectURL|Function|Image|postMessage)(?=\()/g,
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|ownerDocument|defaultView)\b/g
];

/** Returns how often a text contains each use of the network and the like, by the text of the use. @param {string} code without comments */
export function usesIn(code) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const pattern of patterns) for (const [use] of code.matchAll(pattern)) counts[use] = (counts[use] ?? 0) + 1;
  return counts;
}

/** Returns a file's code without comments and types; a file that is no code unchanged. */
const withoutComments = (file, text) =>
  transform(text, { loader: file.endsWith('.ts') ? 'ts' : 'js', minifyWhitespace: true, legalComments: 'none', logLevel: 'silent' }).then(
    ({ code }) => code,
    () => text
  );

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => /\.[jt]s$/.test(path) && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);

function sourcesInMap(file) {
  const { sources, sourcesContent = [] } = JSON.parse(readFileSync(file, 'utf8'));
  return sources.map((source, index) => [source.replace(/^webpack:\/\/\w+\/(?:\.\/)?/, ''), sourcesContent[index] ?? '']);
}

/** Returns the readable sources of an engine's package, by their names. @throws Error if the package has none where it is expected */
function readSources(name, packageFolder) {
  const { folder, sourceMaps = [] } = enginePackages[name];
  const places = [folder, ...sourceMaps].filter((place) => place !== undefined);
  const missing = places.find((place) => !existsSync(join(packageFolder, place)));
  if (missing) throw new Error(`The package ${name} has no ${missing}.`);
  return new Map(folder ? filesIn(join(packageFolder, folder)) : sourceMaps.flatMap((map) => sourcesInMap(join(packageFolder, map))));
}

/** An import of a package, without the path inside the package. */
const imports = /\b(?:from|import)\s*["']((?:@[\w.-]+\/)?[\w-][\w.-]*)[\w./:-]*["']/g;

/**
 * Reads the sources of an engine's package.
 * @param {string} name @param {string} packageFolder
 * @returns {Promise<{ uses: Record<string, Record<string, number>>, imports: string[] }>} the uses of the network and the like by source and
 * text, and the packages that the sources import
 */
export async function describeSources(name, packageFolder) {
  const uses = {};
  const imported = new Set();
  for (const [file, text] of readSources(name, packageFolder)) {
    const code = await withoutComments(file, text);
    const found = usesIn(code);
    if (Object.keys(found).length > 0) uses[file] = found;
    for (const [, specifier] of code.matchAll(imports)) imported.add(specifier);
  }
  return { uses, imports: [...imported].sort() };
}
