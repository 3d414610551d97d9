import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** As a server that compresses in advance would; the last step of quality costs seconds and saves a few percent. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
const compress = (/** @type {Buffer} */ bytes) => promisify(brotliCompress)(bytes, quality);
const kilobytes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** What a page loads, and when. */
const files = [
  ['jet-player.js', 'the element, as a module; it loads the rest when it is needed'],
  ['jet-player.bundle.js', 'the single script: the element and both engines'],
  ['embed/jet-embed.js', 'the script of the embed page'],
  ['embed/client.js', 'JetEmbed: controls a player in an iframe']
];

/** Compressing takes a second, and a built file seldom changes. @type {Map<string, Promise<readonly [number, number]>>} */
const known = new Map();

/** Size of a file in bytes, as it is and compressed with brotli; undefined where it is not built. @param {string} path */
async function weigh(path) {
  const found = await stat(path).catch(() => undefined);
  if (!found) return undefined;
  const key = `${path} ${found.mtimeMs}`;
  if (!known.has(key))
    known.set(
      key,
      readFile(path).then(async (bytes) => [bytes.length, (await compress(bytes)).length])
    );
  return known.get(key);
}

/** What the built files weigh. @param {string} root */
export async function weights(root) {
  const rows = await Promise.all(
    files.map(async ([name = '', meaning = '']) => {
      const size = await weigh(join(root, 'dist', name));
      const [whole, brotli] = size ? size.map((bytes) => kilobytes.format(bytes / 1000)) : ['not built', ''];
      return `<tr><td><code>${name}</code><br /><small>${meaning}</small></td><td>${whole}</td><td>${brotli}</td></tr>`;
    })
  );
  return `<section aria-labelledby="weight"><h2 id="weight">File sizes</h2>
<p>Engines and languages are loaded when they are needed, from the folder of the player’s own file.</p>
<div class="wide" tabindex="0" role="group" aria-labelledby="weight"><table class="snug">
<thead><tr><th scope="col">File</th><th scope="col">KB</th><th scope="col">KB, Brotli</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></div></section>`;
}
