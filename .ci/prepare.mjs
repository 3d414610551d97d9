/**
 * `node .ci/prepare.mjs [dependencies] [chromium] [browsers] [wordpress] [build]`: installs and builds what the scripts of package.json need, unless it
 * is up to date. It prints the current step and, in one line, what failed. It runs before anything is installed, so it does not import
 * packages.
 */
import { ensureChromium } from './chromium.mjs';
import { progress } from './progress.mjs';
import { runToLog, runNode, npmCommand } from './run-command.mjs';
import { buildFingerprint, fingerprint, makeUnlessStamped } from './stamp.mjs';

const stepNames = process.argv.slice(2);
const stepLabel = (name) => `step ${stepNames.indexOf(name) + 1} of ${stepNames.length}`;

const steps = {
  dependencies: () =>
    makeUnlessStamped('node_modules/.jet-dependencies', fingerprint(['package-lock.json'], process.version), async () => {
      const log = '.cache/install.log';
      const showOutcome = progress(`${stepLabel('dependencies')}, installing the packages`);
      try {
        await runToLog(log, ...npmCommand('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'));
        showOutcome('done');
      } catch (error) {
        showOutcome('failed');
        throw new Error(
          `installing the packages failed: ${error.message} (log: ${log}). Fix the error, or go online, and run the command again.`
        );
      }
    }),
  chromium: ensureChromium,
  browsers: async () => (await import('./browsers.mjs')).ensureBrowsers(),
  wordpress: async () => (await import('./wordpress.mjs')).ensureWordPress(),
  // The stamp is inside `dist/`, so that removing `dist/` removes it too.
  build: () =>
    makeUnlessStamped('dist/.stamp', buildFingerprint(), () => {
      console.log(`jet-player: ${stepLabel('build')}, building`);
      // The build itself prints what failed.
      const status = runNode('build/main.mjs');
      if (status === 1) process.exit(2);
      if (status !== 0) throw new Error(`building ended with exit code ${status}. Run \`npm run build\` to see why.`);
    })
};

try {
  for (const name of stepNames) await steps[name]();
} catch (error) {
  console.error(`jet-player: ${error.message}`);
  process.exit(2);
}
