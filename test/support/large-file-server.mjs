import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { parseRange, resolvePath, mediaTypeOf } from '../../demo/server/static.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
/** The number of bytes that are created and sent at a time. */
const partBytes = 65_536;

/** @typedef {ReturnType<typeof import('./large-video.mjs').largeVideo>} LargeFile */

/**
 * Serves pages from memory, the built player below `/dist/`, and a file for every other path.
 * @param {Record<string, string>} pages the body of each page, by its path
 * @param {(path: string) => LargeFile} fileFor returns the file for a path
 */
export async function startLargeFileServer(pages, fileFor) {
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();
  let sentBytes = 0;

  /** @param {string} path */
  async function compressedScript(path) {
    const body = compressed.get(path) ?? brotliCompressSync(await readFile(resolvePath(dist, path) ?? ''));
    compressed.set(path, body);
    return body;
  }

  /** @param {LargeFile} file @param {number} first @param {number} last */
  function* fileParts(file, first, last) {
    for (let offset = first; offset <= last; offset += partBytes) {
      const part = file.read(offset, Math.min(last + 1, offset + partBytes));
      sentBytes += part.length;
      yield part;
    }
  }

  const server = createServer(async ({ url = '/', headers }, response) => {
    const page = pages[url];
    const style = '<!doctype html><link rel="icon" href="data:,"><style>body { margin: 0 }</style>';
    if (page) return response.setHeader('Content-Type', 'text/html').end(`${style}${page}`);
    response.setHeader('Cache-Control', 'max-age=3600').setHeader('Content-Type', mediaTypeOf(url));
    if (url.startsWith('/dist/')) {
      const body = await compressedScript(url.slice(5));
      return response.setHeader('Content-Encoding', 'br').setHeader('Content-Length', body.length).end(body);
    }
    const file = fileFor(url);
    const range = parseRange(headers.range, file.size);
    const { first, last } = typeof range === 'object' ? range : { first: 0, last: file.size - 1 };
    response.writeHead(typeof range === 'object' ? 206 : 200, {
      ...{ 'Content-Length': last - first + 1, 'Accept-Ranges': 'bytes', ETag: '"one"' },
      'Content-Range': `bytes ${first}-${last}/${file.size}`
    });
    Readable.from(fileParts(file, first, last)).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://localhost:${port}`,
    /** Returns the bytes of the file that have been sent. */
    sent: () => sentBytes,
    close() {
      server.closeAllConnections();
      server.close();
    }
  };
}
