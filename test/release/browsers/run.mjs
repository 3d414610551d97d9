/**
 * `npm run test:browsers [-- chromium|firefox|webkit …]` runs the same suites in each browser, by default in Firefox and WebKit, and prints a
 * table, browser by suite, which it also writes to `test-results/browsers.md`. A missing browser is an error.
 *
 * The steps of `npm test` run a part, with a message if a browser is missing: `--pages` is the demo, the embed and the hostile set, some four
 * minutes in Firefox; `--components` is the components, in Chromium without their variants; `--wide` is these variants.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { findProgram, miniBrowsers } from '../../support/browsers/find-program.mjs';
import { runSuite } from './suite.mjs';

const parts = ['--pages', '--components', '--wide'].filter((option) => process.argv.includes(option));
const isWhole = parts.length === 0;
const requestedBrowsers = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const browsers = requestedBrowsers.length > 0 ? requestedBrowsers : ['firefox', 'webkit'];

const checks = (/** @type {string[]} */ ...more) => ['vitest', 'run', '-c', 'test/release/browsers/vitest.config.ts', ...more];

/** The suites that drive whole pages, each with its command. */
const pageSuites = { demo: checks('demo'), embed: checks('embed'), 'hostile set': checks('hostile') };
const componentSuites = { 'components and engine contract': ['web-test-runner'] };

/** @type {Record<string, string[]>} */
const suites = {
  ...(isWhole || parts.includes('--pages') ? pageSuites : {}),
  ...(isWhole || parts.includes('--components') || parts.includes('--wide') ? componentSuites : {})
};

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
const componentsOf = (browser) => (parts.includes('--wide') ? 'wide' : !isWhole && browser === 'chromium' ? 'most' : 'all');

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
  if (!isWhole && !isInstalled(browser)) {
    console.log(`Left out: ${browser} is not installed; "node .ci/prepare.mjs browsers" installs it.`);
    continue;
  }
  for (const [suite, command] of Object.entries(suites)) {
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
if (isWhole) writeFileSync('test-results/browsers.md', table.map(line).join(''));
process.exitCode = rows.every(({ passed, failed, thirdParties, ended }) => passed > 0 && failed + thirdParties === 0 && ended === 'well')
  ? 0
  : 1;
