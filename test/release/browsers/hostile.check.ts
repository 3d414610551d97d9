import { describe, expect, it } from 'vitest';
import { builds, pageAddress, pageOf } from '../../promises/hostile/builds.js';
import { bareEngine, leaking } from '../../promises/hostile/bare-engine.js';
import type { HostileCase } from '../../promises/hostile/case.js';
import { families } from '../../promises/hostile/cases/index.js';
import { prototypesScript } from '../../promises/hostile/prototypes.js';
import { generate, groups } from '../../promises/hostile/red-team/generate.js';
import { playAll } from '../../promises/hostile/red-team/in-page.js';
import { placeSentinels } from '../../promises/hostile/sentinels.js';
import { contacted, none, violations } from '../../promises/hostile/traces.js';
import { settle, type Evaluate } from '../../promises/hostile/watch.js';
import { site, type Answer } from '../../support/world.js';
import { again } from './retry-policy.js';
import { browser } from './browser.js';
import { caseOverHttp } from './over-http.js';
import { setting } from './setting.js';

declare global {
  interface Window {
    /** Uncaught exceptions and rejections. */
    problems: string[];
  }
}

const watched = `<script>(${placeSentinels})(); problems = [];
  addEventListener('error', (event) => event.message && problems.push(event.message));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
  ${prototypesScript}</script>`;

/** The page of a case, with everything that stores or contacts counted from its first line on. */
function watchedPage(hostile: HostileCase): Answer {
  const page = pageOf(builds[0]!, hostile);
  return { ...page, body: String(page.body).replace('<meta charset="utf-8">', (meta) => meta + watched) };
}

/** WebKitGTK changes its rate by a seek, and a seek at the start may hang it. Nor does it show a default track by itself. */
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
          const judge = () => violations(here.world, hostile);
          const { error, blocked } = await settle(evaluate, here.world, hostile).finally(() => here.count(judge().thirdParties));
          expect(judge()).toEqual(none);
          if (!browser.tls) expect(here.world.tunnels, 'connections over TLS').toEqual([]);
          expect(await tab.evaluate(() => window.sentinels()), 'calls that store or contact').toEqual({});
          expect(await tab.evaluate(() => window.prototypeChanges()), 'no intrinsic prototype changed').toBe('');
          expect(await tab.evaluate(() => window.problems), 'exceptions in the page').toEqual([]);
          expect([...new Set(blocked)].sort(), 'kinds in the report').toEqual([...(hostile.blocked ?? [])].sort());
          if (hostile.playsTo !== undefined && !hostile.mayFail) expect(error).toBeNull();
        });
      }
    });
  }

  describe('a sample of the generated cases', () => {
    /** Every nth case; all of them run in Chromium. */
    const step = 40;
    /** Few at a time, because a driver times out on a script that takes a minute. */
    const together = 4;
    for (const group of groups) {
      const slice = generate(group).filter((_, at) => at % step === 0);
      it(`${group}: ${slice.length} cases`, async () => {
        const page = pageOf(builds[0]!, { name: '', row: '', src: '', files: {} });
        const body = String(page.body)
          .replace(/<jet-player.*<\/jet-player>/s, '')
          .replace('<meta charset="utf-8">', (meta) => meta + watched);
        here.stage({ ...Object.assign({}, ...slice.map(({ files }) => files)), [pageAddress]: { ...page, body } });
        const tab = await here.open(pageAddress);
        const thirdParties = () => contacted(here.world).filter((origin) => origin !== here.at(site));
        const silent: string[] = [];
        for (let at = 0; at < slice.length; at += together) {
          const tasks = slice.slice(at, at + together).map(({ id, src, updates }) => ({ id, src, updates, withInterface: false }));
          const outcomes = await tab.evaluate(playAll, { tasks, lanes: together, limits: { silent: 45_000, refused: 3000 } });
          silent.push(...outcomes.filter(({ end }) => end === 'silent').map(({ id }) => id));
        }
        here.count(thirdParties());
        expect(thirdParties(), 'origins that are not allowed').toEqual([]);
        if (!browser.tls) expect(here.world.tunnels, 'connections over TLS').toEqual([]);
        expect(await tab.evaluate(() => window.sentinels()), 'calls that store or contact').toEqual({});
        expect(await tab.evaluate(() => window.prototypeChanges()), 'no intrinsic prototype changed').toBe('');
        expect(await tab.evaluate(() => window.problems), 'exceptions in the page').toEqual([]);
        expect(silent, 'cases that neither play nor fail nor wait').toEqual([]);
      });
    }
  });

  describe('canary: the same test server catches the engines without a guard', () => {
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

    it('dash.js without the player writes a patch into every object of the page', async () => {
      const { [pageAddress]: page, ...files } = bareEngine('a patch from our own host that climbs by __proto__');
      const body = String(page!.body).replace('<meta charset="utf-8">', (meta) => meta + watched);
      here.stage({ ...files, [pageAddress]: { ...page, body } });
      const tab = await here.open(pageAddress);
      await expect.poll(() => tab.evaluate(() => window.prototypeChanges()), { timeout: 30_000 }).toContain('Object.prototype.polluted');
    });
  });
});
