import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { resolvePath, mediaTypeOf } from '../../demo/server/static.mjs';
import { subjects } from './subjects.mjs';

const fromHere = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const roots = {
  // The engines that Vidstack fetches from another company's host, in the versions that it requests there.
  '/npm/hls.js@^1.5.0/': fromHere('node_modules/hls.js'),
  '/npm/dashjs@4.7.4/': fromHere('node_modules/dashjs-4'),
  '/npm/': fromHere('node_modules'),
  '/dist/': fromHere('../../dist'),
  '/media/': fromHere('../../demo/media')
};

/** Returns the part of a URL that identifies a subject. @param {import('./subjects.mjs').Subject} subject */
export const slugOf = ({ name, format }) => `${name} ${format}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Replaces URLs of another company's host with URLs of this server. @param {string} code */
const withOwnHost = (code) => code.replaceAll('https://cdn.jsdelivr.net', '');

/** Removes the captions from an MPD for all players, because Vidstack never starts with them in Chromium (its issue 1604). @param {Buffer} mpd */
const withoutText = (mpd) => Buffer.from(mpd.toString().replaceAll(/<AdaptationSet[^>]*contentType="text".*?<\/AdaptationSet>/gs, ''));

/** @param {import('./subjects.mjs').Subject} subject @returns {Promise<[string, Buffer][]>} */
async function bundle(subject) {
  if (!subject.module) return [];
  const slug = slugOf(subject);
  const { outputFiles } = await build({
    stdin: { contents: subject.module, resolveDir: fromHere('.'), loader: 'js' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    minify: true,
    outdir: `/built/${slug}`,
    entryNames: 'page',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'dataurl', '.woff2': 'dataurl' }
  });
  return outputFiles.map(({ path, text }) => [
    path.replaceAll('\\', '/').replace(/^.*\/built\//, '/built/'),
    Buffer.from(withOwnHost(text))
  ]);
}

/** @param {import('./subjects.mjs').Subject} subject @param {boolean} styled @param {URLSearchParams} search */
function pageOf(subject, styled, search) {
  const { name, head, body, waiting = body, script = '', begin = '', module } = subject;
  const waits = search.has('waits');
  const built = `/built/${slugOf(subject)}/page`;
  const style = styled ? `<link rel="stylesheet" href="${built}.css">` : '';
  const own = module ? `${style}<script type="module" src="${built}.js"></script>` : head;
  const markup = (waits ? waiting : body).repeat(Number(search.get('count') ?? 1));
  const last = waits ? begin : script;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>${name}</title>
    <style>body { margin: 0 }</style>${own}<body>${markup}${last && `<script>${last}</script>`}</body></html>`;
}

/** Serves the page of every subject from memory, compressed as a good server would. */
export async function startSite() {
  /** @type {Map<string, Buffer>} */
  const built = new Map((await Promise.all(subjects.map(bundle))).flat());
  /** @type {Map<string, { type: string, body: Buffer, brotli: Buffer | undefined }>} */
  const ready = new Map();

  /** @param {string} path */
  async function read(path) {
    const prefix = /** @type {keyof typeof roots | undefined} */ (Object.keys(roots).find((start) => path.startsWith(start)));
    const named = prefix && resolvePath(roots[prefix], `/${path.slice(prefix.length)}`);
    const found = built.get(path) ?? (named && (await readFile(named).catch(() => undefined)));
    if (!found) return undefined;
    const body = path.endsWith('.mpd') ? withoutText(found) : found;
    const type = mediaTypeOf(path);
    const compressible = /^text|json|javascript|xml|mpegurl/.test(type);
    return { type, body, brotli: compressible ? brotliCompressSync(body) : undefined };
  }

  const server = createServer((request, response) => {
    const [path = '/', search = ''] = decodeURI(request.url ?? '/').split('?');
    const subject = subjects.find((candidate) => path === `/page/${slugOf(candidate)}`);
    if (subject) {
      const page = pageOf(subject, built.has(`/built/${slugOf(subject)}/page.css`), new URLSearchParams(search));
      return void response.setHeader('Content-Type', 'text/html').end(page);
    }
    void (async () => {
      const file = ready.get(path) ?? (await read(path));
      if (!file) return response.writeHead(404).end();
      ready.set(path, file);
      // A media element does not accept compressed responses.
      const brotli = request.headers['accept-encoding']?.includes('br') ? file.brotli : undefined;
      const body = brotli ?? file.body;
      response.setHeader('Content-Type', file.type).setHeader('Content-Length', body.byteLength);
      response.setHeader('Cache-Control', 'max-age=3600').setHeader('Timing-Allow-Origin', '*');
      if (brotli) response.setHeader('Content-Encoding', 'br');
      response.end(body);
    })();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { origin: `http://localhost:${port}`, close: () => (server.closeAllConnections(), server.close()) };
}
