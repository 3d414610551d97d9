import type { ServerResponse } from 'node:http';
import { chromium, expect, test as base, type Browser } from '@playwright/test';
import { findChromium } from '../../.ci/chromium.mjs';
import { browserArgs } from '../support/browser-args.mjs';
import { startFaultServer } from '../support/fault-server.mjs';
import { startSilentHost } from '../support/silent-host.mjs';
import { runScenario } from './run-scenario.js';
import { exceeded, survived, type Outcome, type Scenario, type Subject } from './scenario.js';

interface World {
  readonly chrome: Browser;
  /** The address of the fault server. */
  readonly server: string;
  /** Carries out a scenario, leaves what was seen to the reporter, and resolves to it. */
  carryOut(scenario: Scenario, subject: Subject): Promise<Outcome>;
}

/** Bare engines run in the same browser, and may ask whom they like: dash.js asks a public clock, and has to be told the time. */
const bare = Boolean(process.env.FAULTS_BARE);

const tellTime = (_: unknown, response: ServerResponse) =>
  response.writeHead(200, { 'access-control-allow-origin': '*' }).end(new Date().toISOString());

/** A browser that sees the fault server on localhost and a silent host everywhere else. */
export const test = base.extend<object, World>({
  chrome: [
    async ({}, use) => {
      const silent = await startSilentHost(bare ? tellTime : undefined);
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
 * One test for each scenario and subject. A bare engine is only looked at; the player has to survive, and where it is `timed`, on a
 * machine that does nothing else, to keep the limits.
 */
export function hold(scenarios: readonly Scenario[], subjects: readonly Subject[], { timed }: { timed: boolean }): void {
  for (const scenario of scenarios) {
    for (const subject of subjects) {
      test(`${scenario.name}: ${subject}`, async ({ carryOut }) => {
        test.setTimeout((scenario.limit + 45) * 1000);
        const outcome = await carryOut(scenario, subject);
        if (!subject.startsWith('jet')) return;
        expect(outcome.problems, 'exceptions in the page').toEqual([]);
        expect(survived(scenario, outcome), JSON.stringify(outcome)).toBe(true);
        if (timed) expect(exceeded(scenario, outcome), JSON.stringify(outcome)).toEqual([]);
        expect(outcome.blocked, 'milliseconds without an answer from the page').toBeLessThan(15_000);
      });
    }
  }
}
