/**
 * `npm run test:browsers [-- chromium|firefox|webkit …] [-- --brief|--rest|--wide]` runs the same suites in each browser, and prints a table,
 * browser by suite, which it also writes to `test-results/browsers.md`. The default is Firefox and WebKit. A missing browser is an error.
 *
 * `--brief` is the demo, the embed and the hostile set in Firefox, some four minutes; `--rest` is the remainder: the components in Chromium
 * and Firefox, everything in WebKit; `--wide` is the variants of the components, which `--rest` leaves out in Chromium. `npm test` runs the
 * components in Chromium, `npm run test:all` every part. With each of these options, a message names a missing browser.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { findProgram, miniBrowsers } from '../../support/browsers/find-program.mjs';
import { runSuite } from './suite.mjs';

const mode = ['brief', 'rest', 'wide'].find((word) => process.argv.includes(`--${word}`)) ?? 'whole';
const requestedBrowsers = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const browsers = requestedBrowsers.length > 0 ? requestedBrowsers : mode === 'brief' ? ['firefox'] : ['firefox', 'webkit'];

const checks = (/** @type {string[]} */ ...more) => ['vitest', 'run', '-c', 'test/release/browsers/vitest.config.ts', ...more];

/** The suites that drive whole pages, which are those of `--brief`, each with its command. */
const pageSuites = { demo: checks('demo'), embed: checks('embed'), 'hostile set': checks('hostile') };
const componentSuites = { 'components and engine contract': ['web-test-runner'] };

/** @param {string} browser @returns {Record<string, string[]>} */
const suitesOf = (browser) => ({
  ...(mode === 'wide' || (mode === 'rest' && browser !== 'webkit') ? {} : pageSuites),
  ...(mode === 'brief' ? {} : componentSuites)
});

/** The programs that each browser needs, one of each list. */
const programs = {
  chromium: [],
  firefox: [['firefox-esr', 'firefox']],
  webkit: [['WebKitWebDriver'], ['Xvfb'], miniBrowsers]
};

/** @param {string} browser */
function isInstalled(browser) {
  try {
    return programs[/** @type {keyof typeof programs} */ (browser)].every((names) => findProgram(...names));
  } catch {
    return false;
  }
}

/** Returns which component tests run, for `web-test-runner.config.mjs`. @param {string} browser */
const componentsOf = (browser) => (mode === 'wide' ? 'wide' : mode === 'rest' && browser === 'chromium' ? 'most' : 'all');

/** @param {string[]} command @param {string} browser @returns {Promise<{ code: number, text: string }>} */
const run = (command, browser) =>
  new Promise((resolve) => {
    const child = spawn('npx', command, {
      env: { ...process.env, JET_BROWSER: browser, JET_TESTS: componentsOf(browser) },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes) => {
        process.stdout.write(bytes);
        text += String(bytes);
      });
    child.on('close', (code) => resolve({ code: code ?? 1, text }));
  });

const rows = [];
for (const browser of browsers) {
  if (mode !== 'whole' && !isInstalled(browser)) {
    console.log(`Left out: ${browser} is not installed; "node .ci/prepare.mjs browsers" installs it.`);
    continue;
  }
  for (const [suite, command] of Object.entries(suitesOf(browser))) {
    const startTime = Date.now();
    const { ended, flakyFiles, ...counts } = await runSuite(command, (words) => run(words, browser));
    for (const file of flakyFiles) console.log(`Flaky: ${file} passed in ${browser} only when it ran again.`);
    rows.push({ browser, suite, ...counts, seconds: Math.round((Date.now() - startTime) / 1000), ended });
  }
}
if (rows.length > 0) console.table(rows);

const columns = /** @type {const} */ ([
  'browser',
  'suite',
  'passed',
  'failed',
  'skipped',
  'thirdParties',
  'restarts',
  'flaky',
  'seconds',
  'ended'
]);
const line = (/** @type {readonly unknown[]} */ cells) => `| ${cells.join(' | ')} |\n`;
mkdirSync('test-results', { recursive: true });
const table = [columns, columns.map(() => '---'), ...rows.map((row) => columns.map((column) => row[column]))];
if (mode === 'whole') writeFileSync('test-results/browsers.md', table.map(line).join(''));
process.exitCode = rows.every(({ passed, failed, thirdParties, ended }) => passed > 0 && failed + thirdParties === 0 && ended === 'well')
  ? 0
  : 1;
