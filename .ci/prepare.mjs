/**
 * `node .ci/prepare.mjs [dependencies] [chromium] [browsers] [build]`: makes what the scripts of package.json need, and nothing twice.
 * It runs before anything is installed, so it imports nothing that npm brings.
 */
import { readdirSync } from 'node:fs';
import { ensureChromium } from './chromium.mjs';
import { runNpm } from './run-command.mjs';
import { fingerprint, once } from './stamp.mjs';

const steps = {
  dependencies: () =>
    once('node_modules/.jet-dependencies', fingerprint(['package-lock.json'], process.version), () => {
      runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    }),
  chromium: ensureChromium,
  browsers: async () => (await import('./browsers.mjs')).ensureBrowsers(),
  async build() {
    const configs = readdirSync('.').filter((name) => /^(rollup|tsconfig|package)\b.*\.(mjs|json)$/.test(name));
    const mark = fingerprint(['src', ...configs.sort()], process.version);
    // The stamp lies in what it vouches for: without `dist` there is none.
    await once('dist/.stamp', mark, () => {
      runNpm(['run', '--silent', 'build']);
    });
  }
};

try {
  for (const name of process.argv.slice(2)) await steps[name]();
} catch (error) {
  console.error(`jet-player: ${error.message}`);
  process.exit(2);
}
