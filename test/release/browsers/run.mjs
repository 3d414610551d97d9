/**
 * `npm run test:browsers [-- chromium|firefox|webkit …] [-- --brief|--rest|--wide]`: the same suites in each browser, and a table, browser by
 * suite, which is also written to `test-results/browsers.md`. Without names: Firefox and WebKit. A missing browser fails.
 *
 * `--brief` is the demo, the embed and the hostile set in Firefox, some four minutes; `--rest` is the remainder: the components in Chromium
 * and Firefox, everything in WebKit; `--wide` is the variants of the components, which `--rest` leaves out in Chromium. `npm test` runs the
 * components in Chromium, `npm run test:all` every part. With each of them, a message names a missing browser.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { findProgram, miniBrowsers } from '../../support/browsers/find-program.mjs';
import { runSuite } from './suite.mjs';

const part = ['brief', 'rest', 'wide'].find((word) => process.argv.includes(`--${word}`)) ?? 'whole';
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = named.length > 0 ? named : part === 'brief' ? ['firefox'] : ['firefox', 'webkit'];

const checks = (/** @type {string[]} */ ...more) => ['vitest', 'run', '-c', 'test/release/browsers/vitest.config.ts', ...more];

/** Each suite with its command; the first ones are those of `--brief`. */
const first = { demo: checks('demo'), embed: checks('embed'), 'hostile set': checks('hostile') };
const last = { 'components and engine contract': ['web-test-runner'] };

/** @param {string} browser @returns {Record<string, string[]>} */
const suitesOf = (browser) => ({
  ...(part === 'wide' || (part === 'rest' && browser !== 'webkit') ? {} : first),
  ...(part === 'brief' ? {} : last)
});

/** The programs that each browser needs, one of each list. */
const programs = {
  chromium: [],
  firefox: [['firefox-esr', 'firefox']],
  webkit: [['WebKitWebDriver'], ['Xvfb'], miniBrowsers]
};

/** @param {string} browser */
function present(browser) {
  try {
    return programs[/** @type {keyof typeof programs} */ (browser)].every((names) => findProgram(...names));
  } catch {
    return false;
  }
}

/** The components that run, for `web-test-runner.config.mjs`. @param {string} browser */
const componentsOf = (browser) => (part === 'wide' ? 'wide' : part === 'rest' && browser === 'chromium' ? 'most' : 'all');

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
for (const browser of wanted) {
  if (part !== 'whole' && !present(browser)) {
    console.log(`Left out: ${browser} is not installed; "node .ci/prepare.mjs browsers" installs it.`);
    continue;
  }
  for (const [suite, command] of Object.entries(suitesOf(browser))) {
    const begun = Date.now();
    const { ended, flakyFiles, ...counts } = await runSuite(command, (words) => run(words, browser));
    for (const file of flakyFiles) console.log(`Flaky: ${file} passed in ${browser} only when it ran again.`);
    rows.push({ browser, suite, ...counts, seconds: Math.round((Date.now() - begun) / 1000), ended });
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
if (part === 'whole') writeFileSync('test-results/browsers.md', table.map(line).join(''));
process.exitCode = rows.every(({ passed, failed, thirdParties, ended }) => passed > 0 && failed + thirdParties === 0 && ended === 'well')
  ? 0
  : 1;
