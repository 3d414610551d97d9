/**
 * The steps of `npm test`, which test every promise at least once, in Chromium. Those with `all` are only part of `npm run test:all`: they
 * repeat a check with the second build, a second browser, an installed package, or very many states, samples and drawn cases, or test
 * variants of what another test tests: a further format, size, language or place.
 *
 * `--rest` in a command is the components, and in WebKit the whole pages too.
 *
 * Two steps run side by side; a step that measures runs `alone`. `minutes` is what a step needs on two slow processors beside another one:
 * `--within=MINUTES` leaves the step out where the run would exceed that.
 * @type {Readonly<Record<string, { command: string, env?: Readonly<Record<string, string>>, alone?: true, minutes?: number, all?: true }>>}
 */
export const steps = {
  pages: { command: 'playwright test --project=default --project=hostile' },
  components: { command: 'node test/release/browsers/run.mjs --rest chromium' },
  unit: { command: 'vitest run' },
  'hostile-repeats': { command: 'playwright test --project=hostile-repeats', all: true },
  wide: { command: 'playwright test --project=wide', all: true },
  'components-wide': { command: 'node test/release/browsers/run.mjs --wide chromium', all: true },
  'unit-wide': { command: 'vitest run', env: { JET_TESTS: 'wide' }, all: true },
  firefox: { command: 'node test/release/browsers/run.mjs --brief', minutes: 9, all: true },
  'fault-choices': { command: 'playwright test --project=faults choices.faults.ts wake.faults.ts', all: true },
  consumers: { command: 'playwright test --project=consumers', minutes: 5, all: true },
  'firefox-components': { command: 'node test/release/browsers/run.mjs --rest firefox', minutes: 18, all: true },
  webkit: { command: 'node test/release/browsers/run.mjs --rest webkit', minutes: 18, all: true },
  measuring: { command: 'playwright test --project=measuring', alone: true },
  'measuring-wide': { command: 'playwright test --project=measuring-wide', alone: true, all: true }
};
