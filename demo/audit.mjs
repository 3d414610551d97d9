/**
 * `npm run demo:audit`: audits the demo's home page, and writes the reports `demo/site/audit.json` and `demo/site/audit.html`, which the
 * footer of every page uses. The exit code is that of the audit.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { listen } from './server/listen.mjs';
import { createDemoServer } from './server.mjs';

const absolutePath = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const server = createDemoServer();
const port = await listen(server, { port: 8080, host: '127.0.0.1', searchFreePort: true });
const args = ['audit', `http://localhost:${port}/`, '--out', absolutePath('site/audit.json'), '--html', absolutePath('site/audit.html')];
const [code] = await once(spawn(process.execPath, [absolutePath('../dist/cli/main.js'), ...args], { stdio: 'inherit' }), 'exit');
process.exit(code ?? 2);
