/**
 * `npm run demo:audit`: visits the demo's home as a viewer would, and writes the findings to `demo/site/audit.json` and
 * `demo/site/audit.html`, which the footer of every page uses. Ends with the audit's own exit code.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { listen } from './server/listen.mjs';
import { createDemoServer } from './server.mjs';

const from = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const server = createDemoServer();
const port = await listen(server, { port: 8080, host: '127.0.0.1', search: true });
const words = ['audit', `http://localhost:${port}/`, '--out', from('site/audit.json'), '--html', from('site/audit.html')];
const [code] = await once(spawn(process.execPath, [from('../dist/cli/main.js'), ...words], { stdio: 'inherit' }), 'exit');
process.exit(code ?? 2);
