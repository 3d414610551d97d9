import type { Frame, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { headersOf, reportingHeaders } from '../../src/cli/embed/headers.js';
import type { Tier } from '../../src/cli/embed/plan.js';
import type { Answer } from '../support/world.js';
import { wideUnless } from '../support/wide.js';
import { playing } from './playing.js';
import { collector, controlAnswers, expect, logging, reported, reportedBeside, reportsSettle, test } from './reporting-browser.js';
import { embedAddress, embedOrigin, embedSite, parentPage, parentAddress, mediaOrigin, planOf } from './site.js';

const video = (name: string): Uint8Array => readFileSync(new URL(`../../demo/media/cmaf/${name}`, import.meta.url));
const master = `${mediaOrigin}/media/cmaf/master.m3u8`;
const parameters = { src: master, muted: '', autoplay: '' };
const blank = 'https://blank.test/';

test.describe('network error logging', () => {
  test('hole: an allowed host makes the browser report the requests of the strict embed to a third party', async ({ page, world }) => {
    world.stage({
      ...embedSite(),
      [parentAddress]: parentPage({ ...parameters }),
      [master]: { body: video('master.m3u8'), type: 'application/vnd.apple.mpegurl', headers: logging('nel') }
    });
    await page.goto(parentAddress);
    await expect.poll(() => reported(world), { timeout: 45_000 }).toEqual(['nel']);
    const frame = page.frames().find((each) => each.url().startsWith(embedOrigin))!;
    // The level covers the requests of the player, and reports are not among them.
    expect(await frame.evaluate(() => document.querySelector('jet-player')!.guardLevel)).toBe('csp');
    expect(await frame.evaluate(() => document.querySelector('jet-player')!.privacyReport().reporting)).toEqual([
      { origin: mediaOrigin, collectors: [collector] }
    ]);
    expect((await frame.evaluate(playing)).time).toBeGreaterThanOrEqual(0);
  });

  const endings: readonly (readonly [name: string, answers: (n: string) => Readonly<Record<string, string>>[], ends: boolean])[] = [
    ['nothing', () => [logging('x'), {}], false],
    ['NEL with a lifetime of 0', () => [logging('x'), { nel: '{"max_age":0}' }], true],
    ['Report-To with a lifetime of 0', () => [logging('x'), { 'report-to': '{"group":"x","max_age":0,"endpoints":[]}' }], true],
    ['a second NEL behind the first', () => [{ ...logging('x'), nel: `${logging('x')['nel']}, {"max_age":0}` }, {}], true],
    ['a second NEL before the first', () => [{ ...logging('x'), nel: `{"max_age":0}, ${logging('x')['nel']}` }, {}], true]
  ];
  for (const [index, [name, headers, ends]] of endings.entries()) {
    test(`${ends ? 'is ended' : 'canary: is not ended'} by ${name}`, wideUnless(index < 2), async ({ page, chrome, world }) => {
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
      const ask = (path: string) => page.evaluate((url) => fetch(url).then((response) => response.text()), `${host}/${path}`);
      world.stage(answers);
      await page.goto(blank);
      await ask('first');
      await ask('second');
      await reportsSettle({ chrome, world });
      world.stage(answers);
      await ask('third');
      await reportsSettle({ chrome, world });
      expect(reportedBeside(world)).toEqual(ends ? [] : [`before-${index}`]);
    });
  }
});

/** Report headers that a content delivery network may add to a document, of every kind. */
const added: Readonly<Record<string, string>> = {
  'reporting-endpoints': `default="${collector}/default", named="${collector}/named"`,
  'cross-origin-embedder-policy-report-only': 'require-corp; report-to="named"',
  'cross-origin-opener-policy': 'same-origin; report-to="named"',
  'content-security-policy-report-only': `img-src 'none'; report-uri ${collector}/csp`,
  'permissions-policy-report-only': 'geolocation=();report-to=named',
  ...logging('nel')
};

const ours = (tier: Tier): Record<string, string> =>
  Object.fromEntries(headersOf(planOf({ tier })).map(([name, value]) => [name.toLowerCase(), value]));
const removed = new Set(reportingHeaders.map((name) => name.toLowerCase()));

/** Headers of the embed page whose host adds its own, with and without the removals and additions of the generated configuration. */
const untouched = (tier: Tier) => ({ ...ours(tier), ...added });
const configured = (tier: Tier) => ({
  ...Object.fromEntries(Object.entries(added).filter(([name]) => !removed.has(name))),
  ...ours(tier)
});

function stagedSite(tier: Tier, headers: Record<string, string>): Record<string, Answer> {
  const files = embedSite({ plan: planOf({ tier }) });
  const page = files[`${embedOrigin}/embed/`]!;
  return {
    ...controlAnswers,
    ...files,
    [`${embedOrigin}/embed/`]: { ...page, headers },
    [parentAddress]: parentPage(parameters, { tier })
  };
}

/** Makes the browser create a deprecation, an intervention, and a violation of each kind of policy. */
function offend(): void {
  addEventListener('unload', () => undefined);
  navigator.vibrate(1);
  navigator.geolocation.getCurrentPosition(
    () => undefined,
    () => undefined
  );
  for (const name of ['a', 'b']) document.body.append(Object.assign(new Image(), { src: `https://media.test/${name}.png` }));
}

/** The contexts in which an embed page can be open. */
const places: Readonly<Record<string, (page: Page) => Promise<Frame>>> = {
  async 'in a frame'(page) {
    await page.goto(parentAddress);
    await expect.poll(() => page.frames().some((each) => each.url().startsWith(embedOrigin)), { timeout: 30_000 }).toBe(true);
    return page.frames().find((each) => each.url().startsWith(embedOrigin))!;
  },
  async 'in a window of its own'(page) {
    await page.goto(blank);
    const opened = page.waitForEvent('popup');
    await page.evaluate((address) => void window.open(address), embedAddress(parameters));
    const popup = await opened;
    await popup.waitForLoadState();
    return popup.mainFrame();
  }
};

for (const [place, open] of Object.entries(places)) {
  for (const tier of ['strict', 'standard'] as const) {
    /** A strict embed is meant to be in a frame, and only a document that is no frame has reports of every kind. */
    const representative = (tier === 'strict') === (place === 'in a frame');
    const offended = async (page: Page) => {
      const frame = await open(page);
      await frame.waitForLoadState('load');
      await frame.evaluate(offend);
    };

    test(`${tier}, ${place}: the generated configuration leaves no report`, wideUnless(representative), async ({ page, chrome, world }) => {
      world.stage(stagedSite(tier, configured(tier)));
      await offended(page);
      await reportsSettle({ chrome, world });
      expect(reportedBeside(world)).toEqual([]);
    });

    test(
      `canary: ${tier}, ${place}: with the headers of a host, reports go to a third party`,
      wideUnless(representative),
      async ({ page, world }) => {
        world.stage(stagedSite(tier, untouched(tier)));
        await offended(page);
        await expect.poll(() => reported(world), { timeout: 30_000 }).toContain('nel');
        // In the sandbox of a strict frame, Chromium delivered none of the document's own reports; the tests do not rely on that.
        if (tier === 'standard' || place !== 'in a frame')
          await expect.poll(() => reported(world), { timeout: 30_000 }).toEqual(expect.arrayContaining(['default', 'named']));
      }
    );
  }
}

test.describe('a crash', () => {
  const crash = async (page: Page) => {
    await page.goto(embedAddress(parameters));
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
  };

  test('is not reported with the generated configuration', async ({ page, chrome, world }) => {
    world.stage(stagedSite('strict', configured('strict')));
    await crash(page);
    await reportsSettle({ chrome, world });
    expect(reportedBeside(world)).toEqual([]);
  });

  test('canary: is reported with the headers of a host', async ({ page, world }) => {
    world.stage(stagedSite('strict', { ...ours('strict'), 'reporting-endpoints': `default="${collector}/crash"` }));
    await crash(page);
    await expect.poll(() => reported(world), { timeout: 30_000 }).toEqual(['crash']);
  });
});
