/**
 * `npm run demo:figures`: prints what a first visit to the demo's home page loads before any click: the number of requests, their bytes
 * without and with Brotli, and the contacted hosts. The exit code is 1 if another host was contacted, or if the browser reported an error.
 */
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { chromium } from 'playwright';
import { findChromium } from '../.ci/chromium.mjs';
import { listen } from './server/listen.mjs';
import { createDemoServer } from './server.mjs';

const compress = promisify(brotliCompress);
const numberFormat = new Intl.NumberFormat('en');

const server = createDemoServer();
const port = await listen(server, { port: 0, host: '127.0.0.1', searchFreePort: false });
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage();

/** @type {import('playwright').Response[]} */
const responses = [];
/** @type {string[]} */
const browserErrors = [];
// A `blob:` URL shows an image that the guard has fetched. It is not a request.
page.on('response', (response) => response.url().startsWith('http') && responses.push(response));
page.on('console', (message) => ['error', 'warning'].includes(message.type()) && browserErrors.push(message.text()));
page.on('pageerror', (error) => browserErrors.push(String(error)));
await page.goto(`http://localhost:${port}/`);
await page.waitForLoadState('networkidle');

const compressible = /text|javascript|json|svg/;
const rows = await Promise.all(
  responses.map(async (response) => {
    const body = await response.body();
    const brotli = compressible.test(response.headers()['content-type'] ?? '') ? (await compress(body)).length : body.length;
    return { type: response.request().resourceType(), bytes: body.length, brotli, host: new URL(response.url()).host };
  })
);
const types = [...new Set(rows.map(({ type }) => type)), 'all'];
console.log(`${'what'.padEnd(12)}${'requests'.padStart(9)}${'bytes'.padStart(12)}${'brotli'.padStart(12)}`);
for (const type of types) {
  const matchingRows = rows.filter((row) => type === 'all' || row.type === type);
  const formattedSum = (/** @type {'bytes' | 'brotli'} */ key) =>
    numberFormat.format(matchingRows.reduce((total, row) => total + row[key], 0));
  console.log(
    `${type.padEnd(12)}${String(matchingRows.length).padStart(9)}${formattedSum('bytes').padStart(12)}${formattedSum('brotli').padStart(12)}`
  );
}
const thirdParties = [...new Set(rows.map(({ host }) => host))].filter((host) => host !== `localhost:${port}`);
console.log(`\nother hosts: ${thirdParties.join(', ') || 'none'}\nbrowser errors: ${browserErrors.join('; ') || 'none'}`);
await browser.close();
server.closeAllConnections();
server.close();
process.exitCode = thirdParties.length + browserErrors.length > 0 ? 1 : 0;
