import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { resolvePath, mediaTypeOf } from '../../demo/server/static.mjs';
import { subjects } from './subjects.mjs';

const pathOf = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
/** The served folders by the beginning of the path. */
const folders = {
  // Vidstack requests its engines from a CDN, in these versions.
  '/npm/hls.js@^1.5.0/': pathOf('node_modules/hls.js'),
  '/npm/dashjs@4.7.4/': pathOf('node_modules/dashjs-4'),
  '/npm/': pathOf('node_modules'),
  '/dist/': pathOf('../../dist'),
  '/media/': pathOf('../../demo/media')
};

/** Returns the part of a URL that identifies a subject. @param {import('./subjects.mjs').Subject} subject */
export const slugOf = ({ name, format }) => `${name} ${format}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Replaces URLs of the CDN with URLs of this server. @param {string} code */
const replaceCdnHost = (code) => code.replaceAll('https://cdn.jsdelivr.net', '');

/**
 * Removes the captions from an MPD, for all players, because Vidstack never starts with them in Chromium (vidstack/player#1604).
 * @param {Buffer} mpd
 */
const removeCaptions = (mpd) => Buffer.from(mpd.toString().replaceAll(/<AdaptationSet[^>]*contentType="text".*?<\/AdaptationSet>/gs, ''));

/**
 * Bundles the module of a subject, and returns the files by path.
 * @param {import('./subjects.mjs').Subject} subject
 * @returns {Promise<[string, Buffer][]>}
 */
async function bundleModule(subject) {
  if (!subject.module) return [];
  const slug = slugOf(subject);
  const { outputFiles } = await build({
    stdin: { contents: subject.module, resolveDir: pathOf('.'), loader: 'js' },
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
    Buffer.from(replaceCdnHost(text))
  ]);
}

/** Returns the scripts and links of the markup that `npx jet-player snippet` prints for a source. @param {string} src */
function snippetHeadFor(src) {
  const markup = execFileSync(process.execPath, [pathOf('../../dist/cli/main.js'), 'snippet', '--src', src, '--folder', '/dist/']);
  return markup.toString().split('<jet-player')[0] ?? '';
}

/**
 * Returns the page of a subject. With `waits` in the query, the player waits for a click; `count` is the number of players.
 * @param {import('./subjects.mjs').Subject} subject @param {string} head @param {boolean} hasStyles @param {URLSearchParams} search
 */
function renderPage(subject, head, hasStyles, search) {
  const { name, body, waitingBody = body, script = '', clickScript = '', module } = subject;
  const isWaiting = search.has('waits');
  const bundleUrl = `/built/${slugOf(subject)}/page`;
  const style = hasStyles ? `<link rel="stylesheet" href="${bundleUrl}.css">` : '';
  const scripts = module ? `${style}<script type="module" src="${bundleUrl}.js"></script>` : head;
  const markup = (isWaiting ? waitingBody : body).repeat(Number(search.get('count') ?? 1));
  const lastScript = isWaiting ? clickScript : script;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>${name}</title>
    <style>body { margin: 0 }</style>${scripts}<body>${markup}${lastScript && `<script>${lastScript}</script>`}</body></html>`;
}

/** Serves the page of every subject and its files from memory, compressed with Brotli where that is usual. */
export async function startSite() {
  /** @type {Map<string, Buffer>} */
  const built = new Map((await Promise.all(subjects.map(bundleModule))).flat());
  const heads = new Map(subjects.map((subject) => [subject, subject.snippetFor ? snippetHeadFor(subject.snippetFor) : subject.head]));
  /** @type {Map<string, { type: string, body: Buffer, brotli: Buffer | undefined }>} */
  const preparedFiles = new Map();

  /** Reads and compresses a file, or returns undefined if it does not exist. @param {string} path */
  async function prepareFile(path) {
    const prefix = /** @type {keyof typeof folders | undefined} */ (Object.keys(folders).find((start) => path.startsWith(start)));
    const filePath = prefix && resolvePath(folders[prefix], `/${path.slice(prefix.length)}`);
    const content = built.get(path) ?? (filePath && (await readFile(filePath).catch(() => undefined)));
    if (!content) return undefined;
    const body = path.endsWith('.mpd') ? removeCaptions(content) : content;
    const type = mediaTypeOf(path);
    const compressible = /^text|json|javascript|xml|mpegurl/.test(type);
    return { type, body, brotli: compressible ? brotliCompressSync(body) : undefined };
  }

  const server = createServer((request, response) => {
    const [path = '/', search = ''] = decodeURI(request.url ?? '/').split('?');
    const subject = subjects.find((candidate) => path === `/page/${slugOf(candidate)}`);
    if (subject) {
      const page = renderPage(
        subject,
        heads.get(subject) ?? '',
        built.has(`/built/${slugOf(subject)}/page.css`),
        new URLSearchParams(search)
      );
      return void response.setHeader('Content-Type', 'text/html').end(page);
    }
    void (async () => {
      const file = preparedFiles.get(path) ?? (await prepareFile(path));
      if (!file) return response.writeHead(404).end();
      preparedFiles.set(path, file);
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
