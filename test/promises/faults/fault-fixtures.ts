import type { ServerResponse } from 'node:http';
import { chromium, expect, test as base, type Browser } from '@playwright/test';
import { findChromium } from '../../../.ci/chromium.mjs';
import { browserArgs } from '../../support/browser-args.mjs';
import { startFaultServer } from '../../support/fault-server.mjs';
import { startSilentHost } from '../../support/silent-host.mjs';
import { runScenario } from './run-scenario.js';
import { exceeded, survived, type Outcome, type Scenario, type Subject } from './scenario.js';

interface World {
  readonly chrome: Browser;
  /** The URL of the fault server. */
  readonly server: string;
  /** Runs a scenario, passes the outcome to the reporter, and resolves to it. */
  carryOut(scenario: Scenario, subject: Subject): Promise<Outcome>;
}

/** Bare engines run in the same browser and may contact any host: dash.js requests a public clock, and needs a response with the time. */
const bare = Boolean(process.env.FAULTS_BARE);

const respondWithTime = (_: unknown, response: ServerResponse) =>
  response.writeHead(200, { 'access-control-allow-origin': '*' }).end(new Date().toISOString());

/** A browser that reaches the fault server on localhost and a silent host everywhere else. */
export const test = base.extend<object, World>({
  chrome: [
    async ({}, use) => {
      const silent = await startSilentHost(bare ? respondWithTime : undefined);
      const browser = await chromium.launch({ executablePath: await findChromium(), args: [...browserArgs, ...silent.browserArgs] });
      await use(browser);
      await browser.close();
      await silent.close();
      if (!bare) expect(silent.hits, 'requests to a second origin').toEqual([]);
    },
    { scope: 'worker' }
  ],
  server: [
    async ({}, use) => {
      const server = await startFaultServer();
      await use(server.origin);
      server.close();
    },
    { scope: 'worker' }
  ],
  carryOut: [
    async ({ chrome, server }, use) => {
      await use(async (scenario, subject) => {
        const outcome = await runScenario(chrome, server, scenario, subject);
        test.info().annotations.push({ type: 'outcome', description: JSON.stringify(outcome) });
        return outcome;
      });
    },
    { scope: 'worker' }
  ]
});

/**
 * Defines a test for each scenario and subject. A bare engine is only observed; the player has to survive, and if it is `timed`, on an idle
 * machine, to respect the limits.
 */
export function defineTests(scenarios: readonly Scenario[], subjects: readonly Subject[], { timed }: { timed: boolean }): void {
  for (const scenario of scenarios) {
    for (const subject of subjects) {
      test(`${scenario.name}: ${subject}`, async ({ carryOut }) => {
        test.setTimeout((scenario.limit + 45) * 1000);
        const outcome = await carryOut(scenario, subject);
        if (!subject.startsWith('jet')) return;
        expect(outcome.problems, 'exceptions in the page').toEqual([]);
        expect(survived(scenario, outcome), JSON.stringify(outcome)).toBe(true);
        if (timed) expect(exceeded(scenario, outcome), JSON.stringify(outcome)).toEqual([]);
        expect(outcome.blocked, 'milliseconds in which the page was blocked').toBeLessThan(15_000);
      });
    }
  }
}
