/**
 * The steps of `npm test`, which test every promise at least once, in Chromium. Those with `all` are only part of `npm run test:all`: they
 * repeat a check with the second build, a second browser, an installed package, or very many states, samples and drawn cases, or test
 * variants of what another test tests: a further format, size, language or place.
 *
 * `share` is the percentage of two processors that a step needs: 100 minus the column "idle" of a run of this step alone, rounded up to 50
 * or 100. Steps run side by side while their shares do not exceed 100. A step that measures runs alone. `minutes` is what a step needs on two slow
 * processors beside another one: `--within=MINUTES` leaves the step out where the run would exceed that.
 * @type {Readonly<Record<string, { command: string, env?: Readonly<Record<string, string>>, share: number, minutes?: number, all?: true }>>}
 */
export const steps = {
  pages: { command: 'playwright test --project=default --project=hostile', share: 50 },
  components: { command: 'node test/release/browsers/run.mjs --rest chromium', share: 50 },
  unit: { command: 'vitest run', share: 50 },
  'hostile-repeats': { command: 'playwright test --project=hostile-repeats', share: 50, all: true },
  wide: { command: 'playwright test --project=wide', share: 50, all: true },
  'components-wide': { command: 'node test/release/browsers/run.mjs --wide chromium', share: 50, all: true },
  'unit-wide': { command: 'vitest run', env: { JET_TESTS: 'wide' }, share: 50, all: true },
  firefox: { command: 'node test/release/browsers/run.mjs --brief', share: 50, minutes: 9, all: true },
  faults: { command: 'playwright test --project=faults choices.faults.ts wake.faults.ts', share: 50, all: true },
  consumers: { command: 'playwright test --project=consumers', share: 50, minutes: 5, all: true },
  'firefox-components': { command: 'node test/release/browsers/run.mjs --rest firefox', share: 50, minutes: 18, all: true },
  webkit: { command: 'node test/release/browsers/run.mjs --rest webkit', share: 50, minutes: 18, all: true },
  measuring: { command: 'playwright test --project=measuring', share: 100 },
  'measuring-wide': { command: 'playwright test --project=measuring-wide', share: 100, all: true }
};
