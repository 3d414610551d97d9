import { describe, expect, it } from 'vitest';
import { builds, pageUrl, playerPage } from '../../promises/hostile/builds.js';
import { bareEngineFiles, leakingCases } from '../../promises/hostile/bare-engine.js';
import type { HostileCase } from '../../promises/hostile/case.js';
import { families } from '../../promises/hostile/cases/index.js';
import { prototypesScript } from '../../promises/hostile/prototypes.js';
import { generateCases, caseGroups } from '../../promises/hostile/red-team/generate.js';
import { playAll } from '../../promises/hostile/red-team/in-page.js';
import { countForbiddenCalls } from '../../promises/hostile/call-counters.js';
import { contactedOrigins, noEffects, forbiddenEffects } from '../../promises/hostile/traces.js';
import { waitForOutcome, type Evaluate } from '../../promises/hostile/watch.js';
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

const recorderScript = `<script>(${countForbiddenCalls})(); problems = [];
  addEventListener('error', (event) => event.message && problems.push(event.message));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
  ${prototypesScript}</script>`;

/** Returns the page of a case, which records every call that stores data or contacts a host. */
function pageWithRecorder(hostileCase: HostileCase): Answer {
  const page = playerPage(builds[0]!, hostileCase);
  return { ...page, body: String(page.body).replace('<meta charset="utf-8">', (meta) => meta + recorderScript) };
}

/**
 * Adapts a case to WebKitGTK, which changes its rate by a seek, may hang in a seek at the start, and does not show a default track itself.
 */
const caseForWebKit = (hostileCase: HostileCase): HostileCase => ({
  ...caseOverHttp(hostileCase),
  atNormalSpeed: true,
  ...(hostileCase.childMarkup?.includes(' default ') && { viewerAction: 'show captions' })
});

describe(`${browser.name}: the hostile set`, { retry: retryPolicy }, () => {
  const setup = setUpChecks();

  for (const [family, cases] of Object.entries(families)) {
    describe(family, () => {
      for (const hostileCase of cases) {
        const reason = browser.unsupportedCases[hostileCase.name];
        it.skipIf(reason)(reason ? `${hostileCase.name} (${reason})` : hostileCase.name, async () => {
          const adaptedCase = browser.acceptsTestCertificate ? hostileCase : caseForWebKit(hostileCase);
          setup.stage({ ...hostileCase.files, [pageUrl]: pageWithRecorder(hostileCase) });
          const tab = await setup.open(pageUrl);
          const evaluate: Evaluate = (run, value) => tab.evaluate(run as never, value) as never;
          const currentEffects = () => forbiddenEffects(setup.world, adaptedCase);
          const { error, blocked } = await waitForOutcome(evaluate, setup.world, adaptedCase).finally(() =>
            setup.countThirdParties(currentEffects().thirdParties)
          );
          expect(currentEffects()).toEqual(noEffects);
          if (!browser.acceptsTestCertificate) expect(setup.world.tunnels, 'connections over TLS').toEqual([]);
          expect(await tab.evaluate(() => window.forbiddenCalls()), 'calls that store or contact').toEqual({});
          expect(await tab.evaluate(() => window.prototypeChanges()), 'no intrinsic prototype changed').toBe('');
          expect(await tab.evaluate(() => window.problems), 'exceptions in the page').toEqual([]);
          expect([...new Set(blocked)].sort(), 'kinds in the report').toEqual([...(adaptedCase.blocked ?? [])].sort());
          if (adaptedCase.playsToSeconds !== undefined && !adaptedCase.mayFail) expect(error).toBeNull();
        });
      }
    });
  }

  describe('a sample of the generated cases', () => {
    /** Of the generated cases, one in this many runs here; all of them run in Chromium. */
    const sampleInterval = 40;
    /** The number of cases that run at a time: few, because a driver times out on a script that takes a minute. */
    const concurrentCases = 4;
    for (const group of caseGroups) {
      const sampledCases = generateCases(group).filter((_, index) => index % sampleInterval === 0);
      it(`contacts no other origin and ends in playback, an error or a notice: ${sampledCases.length} cases of ${group}`, async () => {
        const page = playerPage(builds[0]!, { name: '', catalogueRow: '', src: '', files: {} });
        const body = String(page.body)
          .replace(/<jet-player.*<\/jet-player>/s, '')
          .replace('<meta charset="utf-8">', (meta) => meta + recorderScript);
        setup.stage({ ...Object.assign({}, ...sampledCases.map(({ files }) => files)), [pageUrl]: { ...page, body } });
        const tab = await setup.open(pageUrl);
        const thirdParties = () => contactedOrigins(setup.world).filter((origin) => origin !== setup.reachableUrl(site));
        const silentIds: string[] = [];
        for (let index = 0; index < sampledCases.length; index += concurrentCases) {
          const tasks = sampledCases
            .slice(index, index + concurrentCases)
            .map(({ id, src, updates }) => ({ id, src, updates, withInterface: false }));
          const outcomes = await tab.evaluate(playAll, {
            tasks,
            playersAtOnce: concurrentCases,
            limits: { silentAfterMs: 45_000, refusedAfterMs: 3000 }
          });
          silentIds.push(...outcomes.filter(({ ending }) => ending === 'silent').map(({ id }) => id));
        }
        setup.countThirdParties(thirdParties());
        expect(thirdParties(), 'origins that are not allowed').toEqual([]);
        if (!browser.acceptsTestCertificate) expect(setup.world.tunnels, 'connections over TLS').toEqual([]);
        expect(await tab.evaluate(() => window.forbiddenCalls()), 'calls that store or contact').toEqual({});
        expect(await tab.evaluate(() => window.prototypeChanges()), 'no intrinsic prototype changed').toBe('');
        expect(await tab.evaluate(() => window.problems), 'exceptions in the page').toEqual([]);
        expect(silentIds, 'cases that neither play nor fail nor wait').toEqual([]);
      });
    }
  });

  describe('canary: the same test server receives requests of the engines without a guard', () => {
    /** Returns the hosts that were contacted, including those of TLS tunnels. */
    const contactedHosts = () => [
      ...contactedOrigins(setup.world).map((origin) => new URL(origin).host),
      ...setup.world.tunnels.map((host) => host.replace(/:443$/, ''))
    ];
    for (const { name, host } of leakingCases) {
      it(name, async () => {
        setup.stage(bareEngineFiles(name));
        await setup.open(pageUrl);
        await expect.poll(contactedHosts, { timeout: 30_000 }).toContain(new URL(host).host);
      });
    }

    it('dash.js without the player writes an MPD patch into Object.prototype', async () => {
      const { [pageUrl]: page, ...files } = bareEngineFiles('a patch from our own host that climbs by __proto__');
      const body = String(page!.body).replace('<meta charset="utf-8">', (meta) => meta + recorderScript);
      setup.stage({ ...files, [pageUrl]: { ...page, body } });
      const tab = await setup.open(pageUrl);
      await expect.poll(() => tab.evaluate(() => window.prototypeChanges()), { timeout: 30_000 }).toContain('Object.prototype.polluted');
    });
  });
});
