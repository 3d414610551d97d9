import { describe, expect, it } from 'vitest';
import { builds, pageAddress, pageOf } from '../hostile/builds.js';
import { bareEngine, leaking } from '../hostile/bare-engine.js';
import type { HostileCase } from '../hostile/case.js';
import { families } from '../hostile/cases/index.js';
import { placeSentinels } from '../hostile/sentinels.js';
import { contacted, none, offences } from '../hostile/traces.js';
import { settle, type Evaluate } from '../hostile/watch.js';
import type { Answer } from '../support/world.js';
import { again } from './again.js';
import { browser } from './browser.js';
import { caseOverHttp } from './over-http.js';
import { setting } from './setting.js';

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

/** WebKitGTK changes its speed by a seek, and a seek at the start may lock it up. Nor does it show a default track by itself. */
const inWebKit = (given: HostileCase): HostileCase => ({
  ...caseOverHttp(given),
  unhurried: true,
  ...(given.inside?.includes(' default ') && { act: 'show captions' })
});

describe(`${browser.name}: the hostile set`, { retry: again }, () => {
  const here = setting();

  for (const [family, cases] of Object.entries(families)) {
    describe(family, () => {
      for (const given of cases) {
        const reason = browser.cannot[given.name];
        it.skipIf(reason)(reason ? `${given.name} (${reason})` : given.name, async () => {
          const hostile = browser.tls ? given : inWebKit(given);
          here.stage({ ...given.files, [pageAddress]: watchedPage(given) });
          const tab = await here.open(pageAddress);
          const evaluate: Evaluate = (run, value) => tab.evaluate(run as never, value) as never;
          const judge = () => offences(here.world, hostile);
          const { error, blocked } = await settle(evaluate, here.world, hostile).finally(() => here.count(judge().strangers));
          expect(judge()).toEqual(none);
          if (!browser.tls) expect(here.world.tunnels, 'connections over TLS').toEqual([]);
          expect(await tab.evaluate(() => window.sentinels()), 'calls that remember or phone home').toEqual({});
          expect(await tab.evaluate(() => window.problems), 'exceptions in the page').toEqual([]);
          expect([...new Set(blocked)].sort(), 'kinds in the report').toEqual([...(hostile.blocked ?? [])].sort());
          if (hostile.playsTo !== undefined) expect(error).toBeNull();
        });
      }
    });
  }

  describe('canary: the same world catches the engines without a guard', () => {
    /** A tunnel is a contact, too. */
    const reached = () => [
      ...contacted(here.world).map((origin) => new URL(origin).host),
      ...here.world.tunnels.map((host) => host.replace(/:443$/, ''))
    ];
    for (const { name, host } of leaking) {
      it(name, async () => {
        here.stage(bareEngine(name));
        await here.open(pageAddress);
        await expect.poll(reached, { timeout: 30_000 }).toContain(new URL(host).host);
      });
    }
  });
});
