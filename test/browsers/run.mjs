/**
 * `npm run test:browsers [firefox|webkit …]`: the components, the engine contract and the hostile set in the browsers that are no
 * Chromium; ends with a table, browser by suite. A browser that this machine lacks is named and counted as a failure, for whoever
 * calls this wants it.
 */
import { spawn } from 'node:child_process';

const wanted = process.argv.slice(2);
const browsers = wanted.length > 0 ? wanted : ['firefox', 'webkit'];

/** Each suite with its command, and how its last lines tell its counts. */
const suites = {
  'components and engine contract': {
    command: ['web-test-runner'],
    counts: (/** @type {string} */ text) => last(text, /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/g)
  },
  'hostile set': {
    command: ['vitest', 'run', '-c', 'test/browsers/vitest.config.ts'],
    counts(/** @type {string} */ text) {
      const line = /Tests +(.*)/.exec(text)?.[1] ?? '';
      return ['passed', 'failed', 'skipped'].map((word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0));
    }
  }
};

/** @param {string} text @param {RegExp} pattern */
const last = (text, pattern) => ([...text.matchAll(pattern)].at(-1)?.slice(1) ?? [0, 0, 0]).map((count) => Number(count ?? 0));

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g');

/** @param {string[]} command @param {string} browser @returns {Promise<{ code: number, text: string }>} */
const run = (command, browser) =>
  new Promise((resolve) => {
    const child = spawn('npx', command, { env: { ...process.env, JET_BROWSER: browser }, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (part) => {
      process.stdout.write(part);
      text += String(part);
    });
    child.on('close', (code) => resolve({ code: code ?? 1, text: text.replace(escapes, '') }));
  });

const rows = [];
for (const browser of browsers) {
  for (const [suite, { command, counts }] of Object.entries(suites)) {
    const { code, text } = await run(command, browser);
    const [passed = 0, failed = 0, skipped = 0] = counts(text);
    rows.push({ browser, suite, passed, failed, skipped, ended: code === 0 ? 'well' : `with exit code ${code}` });
  }
}
console.table(rows);
process.exitCode = rows.every(({ passed, failed, ended }) => passed > 0 && failed === 0 && ended === 'well') ? 0 : 1;
