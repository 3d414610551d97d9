/**
 * `npm run demo:export -- FOLDER`: writes the demo as files for a static host: the rendered pages, the files that they load, the video and
 * the built player. Everything that needs the demo's server is missing: live channels, licences and the simulated third party.
 */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderSecurityText, securityTextPath } from './render/security-text.mjs';
import { pageUrls, renderPage } from './render/site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [targetFolder] = process.argv.slice(2);
if (!targetFolder) {
  console.error('jet-player: the folder to write is missing: npm run demo:export -- FOLDER');
  process.exit(2);
}

/** Writes a file below the target folder, and creates its folders. @param {string} path @param {string} text */
async function write(path, text) {
  const file = join(targetFolder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

const urls = await pageUrls(root);
for (const url of urls) await write(url.endsWith('/') ? `${url}index.html` : url, (await renderPage(root, url)) ?? '');
await write(securityTextPath, await renderSecurityText(root));
for (const subfolder of ['site', 'media']) await cp(join(root, 'demo', subfolder), join(targetFolder, subfolder), { recursive: true });
await cp(join(root, 'dist'), join(targetFolder, 'dist'), { recursive: true, filter: (path) => !/\/(?:cli|types|npm)$/.test(path) });
console.log(`Wrote ${urls.length} pages to ${targetFolder}.`);
