import { defineConfig } from '@playwright/test';

/** Tests that measure, or that a second browser would disturb: processor time, memory, bandwidth. */
const measuring = [
  'promises/idle/*.spec.ts',
  'promises/lifetime/*.spec.ts',
  'promises/memory/large-file.spec.ts',
  'media/engines/bandwidth.spec.ts',
  'promises/faults/missing-segment.spec.ts'
];
/** Files that repeat one check for very many states, pages, samples and faults. */
const wide = [
  'promises/visual/axe.spec.ts',
  'promises/visual/sizes.spec.ts',
  'promises/faults/representative.spec.ts',
  'demo/pages.spec.ts',
  'docs/samples.spec.ts'
];
/** In the other files, the variants of a test, which have the tag of `test/support/wide.ts`. */
const variants = /@wide/;
/** The whole hostile set against the embed's policy, with the guard removed. */
const embedCsp = ['embed/csp.spec.ts'];
/** Tests in which the first try counts: a second one could hide a request to a third party. */
const hostile = ['promises/hostile/**/*.spec.ts'];
/** Hostile tests that only repeat others: with the second build, with the random cases of the red team, and variants. Matches file names, titles and tags. */
const repeats = /one script: |red-team\/|@wide/;

const inTests = (names: readonly string[]) => names.map((name) => `**/test/${name}`);
/** Finds what the project `wide` runs, in file names and tags. */
const inWide = new RegExp([...wide.map((name) => name.replaceAll('.', '\\.')), variants.source].join('|'));
const elsewhere = [...measuring, ...embedCsp, ...hostile, 'release/consumers/**', 'integrations/**'];

/**
 * Whole pages, in a real Chromium; `test/support/page-fixtures.ts` starts the browser and the servers, one of each per worker. `npm test` runs
 * `default`, `hostile` and `measuring`, `npm run test:all` others too, and each has a script in package.json or a step in `test/steps.mjs`; without `--project`, the files that a command names run in the project that they belong to.
 */
export default defineConfig({
  testDir: 'test',
  timeout: 60_000,
  // Most of a test is waiting for media.
  workers: 2,
  // A busy machine needs several times as long as a quiet one.
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // On a busy machine a video may get too little processor time; a test that needs a second try is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  // The second reporter prints a table after the fault matrix, the third one writes times for `npm test -- --slowest=30`.
  reporter: [['list'], ['./test/promises/faults/reporter.ts'], ['./test/support/times/playwright.ts']],
  outputDir: 'test-results/pages',
  projects: [
    {
      name: 'default',
      testMatch: '**/*.spec.ts',
      testIgnore: inTests([...wide, ...elsewhere]),
      grepInvert: variants
    },
    { name: 'hostile', testMatch: inTests(hostile), grepInvert: repeats, retries: 0 },
    { name: 'hostile-repeats', testMatch: inTests(hostile), grep: repeats, retries: 0, outputDir: 'test-results/hostile-repeats' },
    { name: 'measuring', testMatch: inTests(measuring), grepInvert: variants, workers: 1, outputDir: 'test-results/measuring' },
    { name: 'measuring-wide', testMatch: inTests(measuring), grep: variants, workers: 1, outputDir: 'test-results/measuring-wide' },
    {
      name: 'wide',
      testMatch: '**/*.spec.ts',
      testIgnore: inTests(elsewhere),
      grep: inWide,
      // Some tests repeat a check in many states.
      timeout: 120_000,
      fullyParallel: true,
      outputDir: 'test-results/wide'
    },
    { name: 'embed-csp', testMatch: inTests(embedCsp) },
    {
      name: 'faults',
      testMatch: inTests([
        'promises/faults/matrix.faults.ts',
        'promises/faults/choices.faults.ts',
        'promises/faults/wake.faults.ts',
        'promises/faults/missing-segment.spec.ts',
        'promises/faults/bounds.faults.ts'
      ]),
      fullyParallel: true,
      retries: 0,
      outputDir: 'test-results/faults'
    },
    { name: 'screenshots', testMatch: '**/*.shots.ts', workers: 1 },
    // Projects that install the packed package; each takes a minute or so to install and build.
    { name: 'consumers', testMatch: inTests(['release/consumers/consumers.spec.ts']), workers: 1, outputDir: 'test-results/consumers' },
    // The plugin in Debian's WordPress; `test/integrations/wordpress/run.mjs` says what it needs.
    {
      name: 'wordpress',
      testMatch: inTests(['integrations/wordpress/*.spec.ts']),
      workers: 1,
      outputDir: 'test-results/wordpress-failures'
    }
  ]
});
