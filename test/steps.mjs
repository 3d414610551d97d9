/**
 * The steps of `npm test`; those with `all` are only part of `npm run test:all`. `share` is the percentage of a machine with two processors
 * that a step needs: steps run side by side while their shares do not exceed 100. `minutes` is what a step needs on two slow processors:
 * `--within=MINUTES` leaves the step out where the run would exceed that.
 * @type {Readonly<Record<string, { command: string, share: number, minutes?: number, all?: true }>>}
 */
export const steps = {
  unit: { command: 'vitest run', share: 100 },
  components: { command: 'node test/release/browsers/run.mjs --rest chromium', share: 100 },
  pages: { command: 'playwright test --project=default --project=hostile', share: 100 },
  measuring: { command: 'playwright test --project=measuring', share: 100 },
  firefox: { command: 'node test/release/browsers/run.mjs --brief', share: 100, minutes: 9 },
  consumers: { command: 'playwright test --project=consumers', share: 100, minutes: 5, all: true },
  'firefox-components': { command: 'node test/release/browsers/run.mjs --rest firefox', share: 100, minutes: 18, all: true },
  webkit: { command: 'node test/release/browsers/run.mjs --rest webkit', share: 100, minutes: 18, all: true }
};
