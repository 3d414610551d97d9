import type { Frame, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { headersOf, reportingHeaders } from '../../src/cli/embed/headers.js';
import type { Tier } from '../../src/cli/embed/plan.js';
import type { Answer } from '../support/world.js';
import { wideUnless } from '../support/wide.js';
import { playbackState } from './playback-state.js';
import {
  collector,
  controlAnswers,
  expect,
  loggingHeaders,
  reportedPaths,
  reportedPathsOfTest,
  waitForReports,
  test
} from './reporting-browser.js';
import { embedUrlOf, embedOrigin, embedSite, parentPage, parentUrl, mediaOrigin, planOf } from './site.js';

const mediaFile = (name: string): Uint8Array => readFileSync(new URL(`../../demo/media/cmaf/${name}`, import.meta.url));
const master = `${mediaOrigin}/media/cmaf/master.m3u8`;
const parameters = { src: master, muted: '', autoplay: '' };
const blankUrl = 'https://blank.test/';

test.describe('network error logging', () => {
  test('hole: an allowed host makes the browser report the requests of the strict embed to a third party', async ({ page, world }) => {
    world.stage({
      ...embedSite(),
      [parentUrl]: parentPage({ ...parameters }),
      [master]: { body: mediaFile('master.m3u8'), type: 'application/vnd.apple.mpegurl', headers: loggingHeaders('nel') }
    });
    await page.goto(parentUrl);
    await expect.poll(() => reportedPaths(world), { timeout: 45_000 }).toEqual(['nel']);
    const frame = page.frames().find((each) => each.url().startsWith(embedOrigin))!;
    // The guard level is about the requests of the player; the browser sends the reports.
    expect(await frame.evaluate(() => document.querySelector('jet-player')!.guardLevel)).toBe('csp');
    expect(await frame.evaluate(() => document.querySelector('jet-player')!.privacyReport().reporting)).toEqual([
      { origin: mediaOrigin, collectors: [collector] }
    ]);
    expect((await frame.evaluate(playbackState)).time).toBeGreaterThanOrEqual(0);
  });

  const secondResponses: readonly (readonly [
    name: string,
    headers: (path: string) => Readonly<Record<string, string>>[],
    isEnded: boolean
  ])[] = [
    ['nothing', () => [loggingHeaders('x'), {}], false],
    ['NEL with a lifetime of 0', () => [loggingHeaders('x'), { nel: '{"max_age":0}' }], true],
    ['Report-To with a lifetime of 0', () => [loggingHeaders('x'), { 'report-to': '{"group":"x","max_age":0,"endpoints":[]}' }], true],
    ['a second NEL behind the first', () => [{ ...loggingHeaders('x'), nel: `${loggingHeaders('x')['nel']}, {"max_age":0}` }, {}], true],
    ['a second NEL before the first', () => [{ ...loggingHeaders('x'), nel: `{"max_age":0}, ${loggingHeaders('x')['nel']}` }, {}], true]
  ];
  for (const [index, [name, headers, isEnded]] of secondResponses.entries()) {
    test(`${isEnded ? 'is ended' : 'canary: is not ended'} by ${name}`, wideUnless(index < 2), async ({ page, chrome, world }) => {
      const host = `https://logging-${index}.test`;
      const [first, second] = headers('x').map(
        (each) => JSON.parse(JSON.stringify(each).replaceAll('/x', `/before-${index}`)) as typeof each
      );
      const answers: Record<string, Answer> = {
        ...controlAnswers,
        [`${host}/first`]: { body: 'x', headers: first! },
        [`${host}/second`]: { body: 'x', headers: second! },
        [`${host}/third`]: { body: 'x' }
      };
      const request = (path: string) => page.evaluate((url) => fetch(url).then((response) => response.text()), `${host}/${path}`);
      world.stage(answers);
      await page.goto(blankUrl);
      await request('first');
      await request('second');
      await waitForReports({ chrome, world });
      world.stage(answers);
      await request('third');
      await waitForReports({ chrome, world });
      expect(reportedPathsOfTest(world)).toEqual(isEnded ? [] : [`before-${index}`]);
    });
  }
});

/** Reporting headers of every kind, which a content delivery network may add to a document. */
const hostReportingHeaders: Readonly<Record<string, string>> = {
  'reporting-endpoints': `default="${collector}/default", named="${collector}/named"`,
  'cross-origin-embedder-policy-report-only': 'require-corp; report-to="named"',
  'cross-origin-opener-policy': 'same-origin; report-to="named"',
  'content-security-policy-report-only': `img-src 'none'; report-uri ${collector}/csp`,
  'permissions-policy-report-only': 'geolocation=();report-to=named',
  ...loggingHeaders('nel')
};

const generatedHeaders = (tier: Tier): Record<string, string> =>
  Object.fromEntries(headersOf(planOf({ tier })).map(([name, value]) => [name.toLowerCase(), value]));
const removedHeaders = new Set(reportingHeaders.map((name) => name.toLowerCase()));

/** The headers of the embed page when its host adds reporting headers, without the changes of the generated configuration. */
const headersOfHost = (tier: Tier) => ({ ...generatedHeaders(tier), ...hostReportingHeaders });
/** The same headers with the changes of the generated configuration. */
const headersOfConfiguration = (tier: Tier) => ({
  ...Object.fromEntries(Object.entries(hostReportingHeaders).filter(([name]) => !removedHeaders.has(name))),
  ...generatedHeaders(tier)
});

function filesWithHeaders(tier: Tier, headers: Record<string, string>): Record<string, Answer> {
  const files = embedSite({ plan: planOf({ tier }) });
  const page = files[`${embedOrigin}/embed/`]!;
  return {
    ...controlAnswers,
    ...files,
    [`${embedOrigin}/embed/`]: { ...page, headers },
    [parentUrl]: parentPage(parameters, { tier })
  };
}

/** Makes the browser create a report of a deprecation, of an intervention, and of a violation of each kind of policy. */
function causeReports(): void {
  addEventListener('unload', () => undefined);
  navigator.vibrate(1);
  navigator.geolocation.getCurrentPosition(
    () => undefined,
    () => undefined
  );
  for (const name of ['a', 'b']) document.body.append(Object.assign(new Image(), { src: `https://media.test/${name}.png` }));
}

/** The contexts in which an embed page can be open. */
const contexts: Readonly<Record<string, (page: Page) => Promise<Frame>>> = {
  async 'in a frame'(page) {
    await page.goto(parentUrl);
    await expect.poll(() => page.frames().some((each) => each.url().startsWith(embedOrigin)), { timeout: 30_000 }).toBe(true);
    return page.frames().find((each) => each.url().startsWith(embedOrigin))!;
  },
  async 'in a window of its own'(page) {
    await page.goto(blankUrl);
    const opened = page.waitForEvent('popup');
    await page.evaluate((url) => void window.open(url), embedUrlOf(parameters));
    const popup = await opened;
    await popup.waitForLoadState();
    return popup.mainFrame();
  }
};

for (const [context, open] of Object.entries(contexts)) {
  for (const tier of ['strict', 'standard'] as const) {
    /** `npm test` opens a strict embed in a frame, as intended, and a standard one in a window, where reports of every kind exist. */
    const isRepresentative = (tier === 'strict') === (context === 'in a frame');
    const openAndCauseReports = async (page: Page) => {
      const frame = await open(page);
      await frame.waitForLoadState('load');
      await frame.evaluate(causeReports);
    };

    test(
      `the browser reports nothing about a ${tier} embed ${context} with the generated configuration`,
      wideUnless(isRepresentative),
      async ({ page, chrome, world }) => {
        world.stage(filesWithHeaders(tier, headersOfConfiguration(tier)));
        await openAndCauseReports(page);
        await waitForReports({ chrome, world });
        expect(reportedPathsOfTest(world)).toEqual([]);
      }
    );

    test(
      `canary: the browser reports to a third party about a ${tier} embed ${context} with the headers of its host`,
      wideUnless(isRepresentative),
      async ({ page, world }) => {
        world.stage(filesWithHeaders(tier, headersOfHost(tier)));
        await openAndCauseReports(page);
        await expect.poll(() => reportedPaths(world), { timeout: 30_000 }).toContain('nel');
        // In the sandbox of a strict frame, Chromium delivered none of the document's own reports; the tests do not rely on that.
        if (tier === 'standard' || context !== 'in a frame')
          await expect.poll(() => reportedPaths(world), { timeout: 30_000 }).toEqual(expect.arrayContaining(['default', 'named']));
      }
    );
  }
}

test.describe('a crash', () => {
  const crash = async (page: Page) => {
    await page.goto(embedUrlOf(parameters));
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
  };

  test('is not reported with the generated configuration', async ({ page, chrome, world }) => {
    world.stage(filesWithHeaders('strict', headersOfConfiguration('strict')));
    await crash(page);
    await waitForReports({ chrome, world });
    expect(reportedPathsOfTest(world)).toEqual([]);
  });

  test('canary: the browser reports an embed with the headers of its host', async ({ page, world }) => {
    world.stage(filesWithHeaders('strict', { ...generatedHeaders('strict'), 'reporting-endpoints': `default="${collector}/crash"` }));
    await crash(page);
    await expect.poll(() => reportedPaths(world), { timeout: 30_000 }).toEqual(['crash']);
  });
});
