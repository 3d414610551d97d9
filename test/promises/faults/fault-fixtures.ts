import type { ServerResponse } from 'node:http';
import { chromium, expect, test as base, type Browser } from '@playwright/test';
import { findChromium } from '../../../.ci/chromium.mjs';
import { browserArgs } from '../../support/browser-args.mjs';
import { startFaultServer } from '../../support/fault-server.mjs';
import { startSilentHost } from '../../support/silent-host.mjs';
import { runScenario } from './run-scenario.js';
import { exceededLimits, hasRequiredOutcome, type Outcome, type Scenario, type Subject } from './scenario.js';

interface FaultFixtures {
  readonly chrome: Browser;
  /** The URL of the fault server. */
  readonly server: string;
  /** Runs a scenario, passes its outcome to the reporter, and resolves to the outcome. */
  runAndReport(scenario: Scenario, subject: Subject): Promise<Outcome>;
}

/**
 * Whether bare engines run in the same browser. They may contact any host: dash.js requests the time from a public server, and needs a
 * response.
 */
const testsBareEngines = Boolean(process.env.FAULTS_BARE);

const respondWithTime = (_: unknown, response: ServerResponse) =>
  response.writeHead(200, { 'access-control-allow-origin': '*' }).end(new Date().toISOString());

/** The `test` function of Playwright whose browser reaches the fault server on localhost, and under every other host name a silent host. */
export const test = base.extend<object, FaultFixtures>({
  chrome: [
    async ({}, use) => {
      const silentHost = await startSilentHost(testsBareEngines ? respondWithTime : undefined);
      const browser = await chromium.launch({ executablePath: await findChromium(), args: [...browserArgs, ...silentHost.browserArgs] });
      await use(browser);
      await browser.close();
      await silentHost.close();
      if (!testsBareEngines) expect(silentHost.hits, 'requests to a second origin').toEqual([]);
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
  runAndReport: [
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
 * Defines a test for each scenario and subject. A bare engine is only observed. The player must have the required outcome and, with
 * `enforcesLimits`, which needs an idle machine, stay within the limits.
 */
export function defineTests(
  scenarios: readonly Scenario[],
  subjects: readonly Subject[],
  { enforcesLimits }: { enforcesLimits: boolean }
): void {
  for (const scenario of scenarios) {
    for (const subject of subjects) {
      const isPlayer = subject.startsWith('jet');
      test(`${subject} ${isPlayer ? 'survives' : 'is observed with'} the fault ${scenario.name}`, async ({ runAndReport }) => {
        test.setTimeout((scenario.timeoutSeconds + 45) * 1000);
        const outcome = await runAndReport(scenario, subject);
        if (!isPlayer) return;
        expect(outcome.problems, 'exceptions in the page').toEqual([]);
        expect(hasRequiredOutcome(scenario, outcome), JSON.stringify(outcome)).toBe(true);
        if (enforcesLimits) expect(exceededLimits(scenario, outcome), JSON.stringify(outcome)).toEqual([]);
        expect(outcome.blockedMs, 'milliseconds in which the page was blocked').toBeLessThan(15_000);
      });
    }
  }
}
