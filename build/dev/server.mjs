import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { renderPage } from '../../demo/render/site.mjs';
import { allowEveryOrigin, send } from '../../demo/server/answer.mjs';
import { createDemoServer } from '../../demo/server/create-demo-server.mjs';
import { mediaTypeOf } from '../../demo/server/static.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Creates the demo's server, with `/dist/` in memory and one more script in every page. The script comes from this server, as the page's
 * Content Security Policy requires, and receives changes and errors from `/dev/events`.
 * @param {{ file(name: string): Promise<Buffer | undefined> }} build
 * @param {{ build: string, types: string }} faults the current errors, as text
 */
export function devServer(build, faults) {
  const demo = createDemoServer({ root });
  const eventStreams = new Set();
  const writeEvent = (response, event, data) =>
    response.write(
      `event: ${event}\n${data
        .split('\n')
        .map((line) => `data: ${line}\n`)
        .join('')}\n`
    );

  async function answer(request, response) {
    const [path] = request.url.split('?');
    if (path === '/dev/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      writeEvent(response, 'fault', Object.values(faults).filter(Boolean).join('\n'));
      eventStreams.add(response);
      return response.on('close', () => eventStreams.delete(response));
    }
    if (path === '/dev/client.js')
      return send(request, response, 200, mediaTypeOf(path), await readFile(new URL('client.js', import.meta.url)));
    const name = path.endsWith('/') ? `${path.slice(6)}index.html` : path.slice(6);
    const file = path.startsWith('/dist/') && (await build.file(name));
    if (file) {
      // The embed's frame is sandboxed, so its own script is cross-origin to its opaque origin.
      if (name.startsWith('embed/')) allowEveryOrigin(response);
      response.setHeader('Cache-Control', 'no-store');
      return send(request, response, 200, mediaTypeOf(name), file);
    }
    const page = await renderPage(root, path);
    if (!page) return demo.emit('request', request, response);
    const client = '<script type="module" src="/dev/client.js"></script>';
    return send(request, response, 200, 'text/html; charset=utf-8', page.replace('</head>', `  ${client}\n  </head>`));
  }

  const http = createServer((request, response) => {
    void answer(request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  return {
    http,
    send(event, data = '') {
      for (const response of eventStreams) writeEvent(response, event, data);
    }
  };
}
