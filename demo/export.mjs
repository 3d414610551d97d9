/**
 * `npm run demo:export -- FOLDER`: writes the demo as files, for a static host: the rendered pages, the files that they load, the video and
 * the built player. Everything that needs the demo's server (live channels, licences and the third party) is missing.
 */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addresses, renderPage } from './render/site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('jet-player: name the folder to write to: npm run demo:export -- FOLDER');
  process.exit(2);
}

const all = await addresses(root);
for (const address of all) {
  const file = join(folder, address.endsWith('/') ? `${address}index.html` : address);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, (await renderPage(root, address)) ?? '');
}
for (const part of ['site', 'media']) await cp(join(root, 'demo', part), join(folder, part), { recursive: true });
await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true, filter: (path) => !/\/(?:cli|types|npm)$/.test(path) });
console.log(`Wrote ${all.length} pages to ${folder}.`);
