import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';

const folder = new URL('.', import.meta.url);
const types = { '.html': 'text/html', '.js': 'text/javascript' };

/**
 * Draws frames `from` to `to` (excluded, every `step`th) of scene.html in a headless Chromium and passes each, a JPEG, to `onFrame(jpeg,
 * number)`, in order; the next frame waits for the promise that `onFrame` returns. `withoutTimecode` omits the time codes.
 */
export async function render({ from = 0, to = 1600, step = 1, withoutTimecode = false, onFrame, chromium = process.env.CHROMIUM ?? 'chromium' }) {
  let resolveFinished, rejectFinished;
  const finished = new Promise((resolve, reject) => { resolveFinished = resolve; rejectFinished = reject; });
  const server = createServer(async (request, response) => {
    try {
      const path = new URL(request.url, 'http://scene').pathname;
      if (request.method === 'GET') {
        const body = await readFile(new URL(`.${path}`, folder));
        response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'text/plain' }).end(body);
        return;
      }
      const body = await buffer(request);
      if (path === '/done') resolveFinished();
      else await onFrame(body, Number(path.split('/').pop()));
      response.writeHead(204).end();
    } catch (error) {
      response.writeHead(404).end();
      if (request.method !== 'GET') rejectFinished(error);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const profileFolder = await mkdtemp(join(tmpdir(), 'scene-'));
  const browser = spawn(chromium, ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', `--user-data-dir=${profileFolder}`,
    '--disable-background-timer-throttling', '--window-size=1300,760',
    `http://127.0.0.1:${server.address().port}/scene.html?from=${from}&to=${to}&step=${step}${withoutTimecode ? '&withoutTimecode' : ''}`], { stdio: 'ignore' });
  const browserExit = once(browser, 'exit').then(() => rejectFinished(new Error('Chromium ended before all frames were drawn')));
  try {
    await finished;
  } finally {
    browser.kill();
    await browserExit;
    server.closeAllConnections();
    server.close();
    await rm(profileFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}
