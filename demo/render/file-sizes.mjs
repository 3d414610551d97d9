import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** The compression level of a server that compresses in advance. The highest level would take seconds and save only a few percent. */
const compressionOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
const compress = (/** @type {Buffer} */ bytes) => promisify(brotliCompress)(bytes, compressionOptions);
const kilobyteFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** The files that a page may load, with their descriptions. */
const files = [
  ['jet-player.js', 'the element, as a module; it loads the rest when it is needed'],
  ['jet-player.bundle.js', 'the single script: the element and all engines'],
  ['jet-player.hls.bundle.js', 'the single script for HLS'],
  ['jet-player.dash.bundle.js', 'the single script for DASH'],
  ['jet-player.file.bundle.js', 'the single script for files such as MP4'],
  ['embed/jet-embed.js', 'the script of the embed page'],
  ['embed/client.js', 'JetEmbed: controls a player in an iframe']
];

/**
 * The sizes by the path and the modification time of a file, because compression takes a second, and built files seldom change.
 * @type {Map<string, Promise<readonly [number, number]>>}
 */
const sizesByKey = new Map();

/** Returns the size of a file in bytes, uncompressed and with Brotli; undefined if it is not built. @param {string} path */
async function sizesOf(path) {
  const fileStats = await stat(path).catch(() => undefined);
  if (!fileStats) return undefined;
  const key = `${path} ${fileStats.mtimeMs}`;
  if (!sizesByKey.has(key))
    sizesByKey.set(
      key,
      readFile(path).then(async (bytes) => [bytes.length, (await compress(bytes)).length])
    );
  return sizesByKey.get(key);
}

/** Returns a table of the sizes of the built files as HTML. @param {string} root */
export async function fileSizes(root) {
  const rows = await Promise.all(
    files.map(async ([name = '', meaning = '']) => {
      const size = await sizesOf(join(root, 'dist', name));
      const [uncompressed, brotli] = size ? size.map((bytes) => kilobyteFormat.format(bytes / 1000)) : ['not built', ''];
      return `<tr><td><code>${name}</code><br /><small>${meaning}</small></td><td>${uncompressed}</td><td>${brotli}</td></tr>`;
    })
  );
  return `<section aria-labelledby="sizes"><h2 id="sizes">File sizes</h2>
<p>Engines and languages are loaded when they are needed, from the folder of the player’s own file.</p>
<div class="wide" tabindex="0" role="group" aria-labelledby="sizes"><table class="snug">
<thead><tr><th scope="col">File</th><th scope="col">KB</th><th scope="col">KB, Brotli</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></div></section>`;
}
