/**
 * The steps of `npm test`, which test every promise at least once, in Chromium. Those with `onlyInAll` are only part of `npm run test:all`: they
 * repeat a check with the second build, a second browser, an installed package, or very many states, samples and drawn cases, or test
 * variants of what another test tests: a further format, size, language or place.
 *
 * Two steps run side by side; a step that measures runs `alone`. `minutes` is what a step needs on two slow processors beside another one:
 * `--within=MINUTES` leaves the step out where the run would exceed that.
 * @type {Readonly<Record<string, { command: string, env?: Readonly<Record<string, string>>, alone?: true, minutes?: number, onlyInAll?: true }>>}
 */
export const steps = {
  pages: { command: 'playwright test --project=default --project=hostile' },
  components: { command: 'node test/release/browsers/run.mjs chromium --components' },
  unit: { command: 'vitest run' },
  'hostile-repeats': { command: 'playwright test --project=hostile-repeats', onlyInAll: true },
  wide: { command: 'playwright test --project=wide', onlyInAll: true },
  'components-wide': { command: 'node test/release/browsers/run.mjs chromium --wide', onlyInAll: true },
  'unit-wide': { command: 'vitest run', env: { JET_TESTS: 'wide' }, onlyInAll: true },
  firefox: { command: 'node test/release/browsers/run.mjs firefox --pages', minutes: 9, onlyInAll: true },
  'fault-choices': { command: 'playwright test --project=faults choices.faults.ts wake.faults.ts', onlyInAll: true },
  consumers: { command: 'playwright test --project=consumers', minutes: 5, onlyInAll: true },
  'firefox-components': { command: 'node test/release/browsers/run.mjs firefox --components', minutes: 18, onlyInAll: true },
  webkit: { command: 'node test/release/browsers/run.mjs webkit --pages --components', minutes: 18, onlyInAll: true },
  measuring: { command: 'playwright test --project=measuring', alone: true },
  'measuring-wide': { command: 'playwright test --project=measuring-wide', alone: true, onlyInAll: true }
};
