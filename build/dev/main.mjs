/**
 * `npm run dev`: serves the demo, and builds `src/` in memory whenever it changes. The page then reloads; types are checked at the same
 * time. Errors appear here and over the page. `PORT` chooses the port; without it, the first free one from 8080 on.
 */
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listen } from '../../demo/server/listen.mjs';
import { prepareBuild } from './build.mjs';
import { devServer } from './server.mjs';
import { watchTypes } from './types.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const printMessage = (text) => console.log(`jet-player: ${text}`);

/** The current errors of the build and of the type check, as text; empty if there are none. @type {{ build: string, types: string }} */
const faults = { build: '', types: '' };
const build = await prepareBuild();
const server = devServer(build, faults);

function report(kind, fault) {
  if (fault) console.error(fault);
  faults[kind] = fault;
  server.send('fault', Object.values(faults).filter(Boolean).join('\n'));
}

printMessage('building; the engines are sealed when a page first requests one, which takes a while');
async function rebuild() {
  const startTime = performance.now();
  const fault = await build.rebuild();
  report('build', fault);
  if (fault) return;
  server.send('reload');
  printMessage(`built, ${Math.round(performance.now() - startTime)} ms`);
}

/** Runs an action when files in a folder change. Changes at the same time start one action, which waits until the previous one ends. */
function onChange(folder, action) {
  let timer;
  let running = Promise.resolve();
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => (running = running.then(action)), 50);
  });
}

await rebuild();
onChange('src', rebuild);
for (const folder of ['demo/pages', 'demo/site', 'docs']) onChange(folder, () => server.send('reload'));
watchTypes((fault) => {
  report('types', fault);
  if (!fault) printMessage('the types have no errors');
});

const { PORT, HOST = '127.0.0.1' } = process.env;
const requestedPort = Number(PORT || 8080);
try {
  const port = await listen(server.http, { port: requestedPort, host: HOST, searchFreePort: !PORT });
  if (!PORT && port !== requestedPort) printMessage(`port ${requestedPort} is in use, so the demo uses ${port}`);
  console.log(`jet-player demo: http://${HOST === '127.0.0.1' ? 'localhost' : HOST}:${port}/`);
} catch (error) {
  console.error(`jet-player: the demo cannot listen: ${error.message}. Choose another port, or PORT=0 for any free port.`);
  process.exit(2);
}
