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
import { retryPolicy } from './retry-policy.js';
import { browser } from './browser.js';
import { setUpChecks } from './check-setup.js';
import { caseOverHttp } from './over-http.js';

declare global {
  interface Window {
    /** Uncaught exceptions and rejections. */
    problems: string[];
  }
}

const recorderScript = `<script>(${placeSentinels})(); problems = [];
  addEventListener('error', (event) => event.message && problems.push(event.message));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
  ${prototypesScript}</script>`;

/** Returns the page of a case, which records every call that stores data or contacts a host. */
function pageWithRecorder(hostileCase: HostileCase): Answer {
  const page = pageOf(builds[0]!, hostileCase);
  return { ...page, body: String(page.body).replace('<meta charset="utf-8">', (meta) => meta + recorderScript) };
}

/**
 * Adapts a case to WebKitGTK, which changes its rate by a seek, may hang in a seek at the start, and does not show a default track itself.
 */
const caseForWebKit = (hostileCase: HostileCase): HostileCase => ({
  ...caseOverHttp(hostileCase),
  unhurried: true,
  ...(hostileCase.inside?.includes(' default ') && { act: 'show captions' })
});

describe(`${browser.name}: the hostile set`, { retry: retryPolicy }, () => {
  const setup = setUpChecks();

  for (const [family, cases] of Object.entries(families)) {
    describe(family, () => {
      for (const hostileCase of cases) {
        const reason = browser.unsupportedCases[hostileCase.name];
        it.skipIf(reason)(reason ? `${hostileCase.name} (${reason})` : hostileCase.name, async () => {
          const adaptedCase = browser.acceptsTestCertificate ? hostileCase : caseForWebKit(hostileCase);
          setup.stage({ ...hostileCase.files, [pageAddress]: pageWithRecorder(hostileCase) });
          const tab = await setup.open(pageAddress);
          const evaluate: Evaluate = (run, value) => tab.evaluate(run as never, value) as never;
          const currentViolations = () => violations(setup.world, adaptedCase);
          const { error, blocked } = await settle(evaluate, setup.world, adaptedCase).finally(() =>
            setup.countThirdParties(currentViolations().thirdParties)
          );
          expect(currentViolations()).toEqual(none);
          if (!browser.acceptsTestCertificate) expect(setup.world.tunnels, 'connections over TLS').toEqual([]);
          expect(await tab.evaluate(() => window.sentinels()), 'calls that store or contact').toEqual({});
          expect(await tab.evaluate(() => window.prototypeChanges()), 'no intrinsic prototype changed').toBe('');
          expect(await tab.evaluate(() => window.problems), 'exceptions in the page').toEqual([]);
          expect([...new Set(blocked)].sort(), 'kinds in the report').toEqual([...(adaptedCase.blocked ?? [])].sort());
          if (adaptedCase.playsTo !== undefined && !adaptedCase.mayFail) expect(error).toBeNull();
        });
      }
    });
  }

  describe('a sample of the generated cases', () => {
    /** Of the generated cases, one in this many runs here; all of them run in Chromium. */
    const sampleInterval = 40;
    /** The number of cases that run at a time: few, because a driver times out on a script that takes a minute. */
    const concurrentCases = 4;
    for (const group of groups) {
      const sampledCases = generate(group).filter((_, index) => index % sampleInterval === 0);
      it(`contacts no other origin and ends in playback, an error or a notice: ${sampledCases.length} cases of ${group}`, async () => {
        const page = pageOf(builds[0]!, { name: '', row: '', src: '', files: {} });
        const body = String(page.body)
          .replace(/<jet-player.*<\/jet-player>/s, '')
          .replace('<meta charset="utf-8">', (meta) => meta + recorderScript);
        setup.stage({ ...Object.assign({}, ...sampledCases.map(({ files }) => files)), [pageAddress]: { ...page, body } });
        const tab = await setup.open(pageAddress);
        const thirdParties = () => contacted(setup.world).filter((origin) => origin !== setup.reachableUrl(site));
        const silentIds: string[] = [];
        for (let index = 0; index < sampledCases.length; index += concurrentCases) {
          const tasks = sampledCases
            .slice(index, index + concurrentCases)
            .map(({ id, src, updates }) => ({ id, src, updates, withInterface: false }));
          const outcomes = await tab.evaluate(playAll, { tasks, lanes: concurrentCases, limits: { silent: 45_000, refused: 3000 } });
          silentIds.push(...outcomes.filter(({ end }) => end === 'silent').map(({ id }) => id));
        }
        setup.countThirdParties(thirdParties());
        expect(thirdParties(), 'origins that are not allowed').toEqual([]);
        if (!browser.acceptsTestCertificate) expect(setup.world.tunnels, 'connections over TLS').toEqual([]);
        expect(await tab.evaluate(() => window.sentinels()), 'calls that store or contact').toEqual({});
        expect(await tab.evaluate(() => window.prototypeChanges()), 'no intrinsic prototype changed').toBe('');
        expect(await tab.evaluate(() => window.problems), 'exceptions in the page').toEqual([]);
        expect(silentIds, 'cases that neither play nor fail nor wait').toEqual([]);
      });
    }
  });

  describe('canary: the same test server receives requests of the engines without a guard', () => {
    /** Returns the hosts that were contacted, including those of TLS tunnels. */
    const contactedHosts = () => [
      ...contacted(setup.world).map((origin) => new URL(origin).host),
      ...setup.world.tunnels.map((host) => host.replace(/:443$/, ''))
    ];
    for (const { name, host } of leaking) {
      it(name, async () => {
        setup.stage(bareEngine(name));
        await setup.open(pageAddress);
        await expect.poll(contactedHosts, { timeout: 30_000 }).toContain(new URL(host).host);
      });
    }

    it('dash.js without the player writes an MPD patch into Object.prototype', async () => {
      const { [pageAddress]: page, ...files } = bareEngine('a patch from our own host that climbs by __proto__');
      const body = String(page!.body).replace('<meta charset="utf-8">', (meta) => meta + recorderScript);
      setup.stage({ ...files, [pageAddress]: { ...page, body } });
      const tab = await setup.open(pageAddress);
      await expect.poll(() => tab.evaluate(() => window.prototypeChanges()), { timeout: 30_000 }).toContain('Object.prototype.polluted');
    });
  });
});
