import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builds, pageAddress, pageOf } from '../hostile/builds.js';
import type { HostileCase } from '../hostile/case.js';
import { families } from '../hostile/cases/index.js';
import { placeSentinels } from '../hostile/sentinels.js';
import { none, offences } from '../hostile/traces.js';
import { settle, type Evaluate } from '../hostile/watch.js';
import type { Driver } from '../support/browsers/driver.mjs';
import { createWorld, type Answer, type World } from '../support/world.js';
import { browser } from './browser.js';
import { caseOverHttp, filesOverHttp } from './over-http.js';

declare global {
  interface Window {
    /** Exceptions and rejections that nobody caught. */
    problems: string[];
  }
}

const watched = `<script>(${placeSentinels})(); problems = [];
  addEventListener('error', (event) => event.message && problems.push(event.message));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));</script>`;

/** The page of a case, with everything that remembers or phones home counted from its first line on. */
function watchedPage(hostile: HostileCase): Answer {
  const page = pageOf(builds[0]!, hostile);
  return { ...page, body: String(page.body).replace('<meta charset="utf-8">', (meta) => meta + watched) };
}

describe(`${browser.name}: the hostile set`, () => {
  let world: World;
  let driver: Driver;
  beforeAll(async () => {
    world = await createWorld();
    driver = await browser.launch({ proxy: world.port });
    console.log(driver.version);
  });
  afterAll(async () => {
    await driver.close();
    await world.close();
  });

  for (const [family, cases] of Object.entries(families)) {
    describe(family, () => {
      for (const given of cases) {
        const reason = browser.cannot[given.name];
        it.skipIf(reason)(reason ? `${given.name} (${reason})` : given.name, { timeout: 90_000 }, async () => {
          const hostile = browser.tls ? given : caseOverHttp(given);
          const files = { ...given.files, [pageAddress]: watchedPage(given) };
          world.stage(browser.tls ? files : filesOverHttp(files));
          const tab = await driver.open();
          try {
            await tab.goto(browser.tls ? pageAddress : pageAddress.replace('https:', 'http:'));
            const evaluate: Evaluate = (run, value) => tab.evaluate(run as never, value) as never;
            const { error, blocked } = await settle(evaluate, world, hostile);
            expect(offences(world, hostile)).toEqual(none);
            if (!browser.tls) expect(world.tunnels, 'connections over TLS').toEqual([]);
            expect(await tab.evaluate(() => window.sentinels()), 'calls that remember or phone home').toEqual({});
            expect(await tab.evaluate(() => window.problems), 'exceptions in the page').toEqual([]);
            expect([...new Set(blocked)].sort(), 'kinds in the report').toEqual([...(hostile.blocked ?? [])].sort());
            if (hostile.playsTo !== undefined) expect(error).toBeUndefined();
          } finally {
            await tab.close();
          }
        });
      }
    });
  }
});
