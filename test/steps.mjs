/**
 * The steps of `npm test`, which test every promise at least once, in Chromium. Those with `onlyInAll` are only part of `npm run test:all`: they
 * repeat a check with the second build, a second browser, an installed package, or very many states, samples and drawn cases, or test
 * variants of what another test tests: a further format, size, language or place.
 *
 * Two steps run side by side; a step that measures runs `alone`. `minutes` is what a step needs on two slow processors beside another one; a
 * fast machine needs half of it. `--within=MINUTES` leaves out a step that is `onlyInAll` where the run would exceed that.
 * @type {Readonly<Record<string, { command: string, minutes: number, env?: Readonly<Record<string, string>>, alone?: true, onlyInAll?: true }>>}
 */
export const steps = {
  pages: { command: 'playwright test --project=default --project=hostile', minutes: 25 },
  components: { command: 'node test/release/browsers/run.mjs chromium --components', minutes: 16 },
  unit: { command: 'vitest run', minutes: 7 },
  'hostile-repeats': { command: 'playwright test --project=hostile-repeats', minutes: 20, onlyInAll: true },
  wide: { command: 'playwright test --project=wide', minutes: 28, onlyInAll: true },
  'components-wide': { command: 'node test/release/browsers/run.mjs chromium --wide', minutes: 5, onlyInAll: true },
  'unit-wide': { command: 'vitest run', minutes: 4, env: { JET_TESTS: 'wide' }, onlyInAll: true },
  firefox: { command: 'node test/release/browsers/run.mjs firefox --pages', minutes: 14, onlyInAll: true },
  'fault-choices': { command: 'playwright test --project=faults choices.faults.ts wake.faults.ts', minutes: 8, onlyInAll: true },
  consumers: { command: 'playwright test --project=consumers', minutes: 8, onlyInAll: true },
  wordpress: { command: 'node test/integrations/wordpress/run.mjs', minutes: 3, onlyInAll: true },
  'firefox-components': { command: 'node test/release/browsers/run.mjs firefox --components', minutes: 25, onlyInAll: true },
  webkit: { command: 'node test/release/browsers/run.mjs webkit --pages --components', minutes: 25, onlyInAll: true },
  measuring: { command: 'playwright test --project=measuring', minutes: 3, alone: true },
  'measuring-wide': { command: 'playwright test --project=measuring-wide', minutes: 3, alone: true, onlyInAll: true }
};
