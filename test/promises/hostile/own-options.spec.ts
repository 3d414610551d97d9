import type { Page } from '@playwright/test';
import { site } from '../../support/world.js';
import { builds, pageUrl, playerPage } from './builds.js';
import { createLiveMpd } from './manifests/dash.js';
import { readForbiddenCalls, expect, test } from './hostile-fixtures.js';
import { contactedOrigins } from './traces.js';
import { dashAnswer, redirectTo } from './case.js';

/** Every option of the player and of the browser's `fetch`, with a value that would disable the guard or identify the viewer. */
const pollutedOptions: Readonly<Record<string, unknown>> = {
  redirects: 'follow',
  credentials: 'include',
  credentialOrigins: ['https://*.evil.test'],
  nativeHls: true,
  allow: ['https://cdn.evil.test'],
  unwanted: [],
  streamType: 'live',
  maxHeight: 1,
  storage: 'local',
  resume: true,
  chromecast: true,
  castReceiver: 'ABCD',
  airplay: true,
  title: 'polluted',
  cast: true,
  remote: true,
  redirect: 'follow',
  referrer: `${site}/page.html`,
  referrerPolicy: 'unsafe-url',
  mode: 'no-cors',
  cache: 'force-cache',
  integrity: 'sha256-AAAA',
  body: 'polluted',
  method: 'POST',
  headers: { 'x-viewer': '4711' },
  keepalive: true,
  priority: 'low',
  timeout: 1
};

/** Adds the options to `Object.prototype`, like an attack through another library of the page. Runs in the page. */
const polluteObjectPrototype = (values: Readonly<Record<string, unknown>>) => {
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true, enumerable: false });
};

/** The URL of a live channel, whose manifest the player requests repeatedly. */
const liveUrl = '/case/live.mpd';
const files = {
  [liveUrl]: dashAnswer(createLiveMpd('')),
  '/case/redirected.m3u8': redirectTo('https://cdn.evil.test/media/cmaf/video-240.m3u8')
};

const headlessPage = {
  type: 'text/html',
  body: `<!doctype html><meta charset="utf-8"><title>Headless</title><video muted autoplay></video><script type="module">
    import { createPlayer } from '/dist/media.js';
    window.create = (video = document.querySelector('video')) => {
      window.headless = createPlayer({ video });
      return window.headless;
    };
    window.ready = true;
  </script>`
};

interface HeadlessWindow extends Window {
  ready?: boolean;
  create(): { load(sources: { src: string }[]): void; volume: { setLevel(level: number): void } };
  headless: {
    session: { status: string; guard: { log: { blocked: readonly unknown[] } } };
    consent: { current?: unknown };
    state: { current: { consent: { given: Record<string, boolean> } } };
  };
}

/** Loads the redirecting playlist and then the channel with a headless player, and changes the volume. */
async function playHeadless(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { create } = window as unknown as HeadlessWindow;
    const player = create();
    player.load([{ src: '/case/redirected.m3u8' }]);
    player.volume.setLevel(0.4);
  });
  await page.waitForFunction(() => (window as unknown as HeadlessWindow).headless.session.status === 'failed');
}

for (const moment of ['before', 'after'] as const) {
  test(`the headless player ignores options that are added to Object.prototype ${moment} it is created`, async ({
    page,
    world,
    problems
  }) => {
    world.stage({ ...files, [pageUrl]: headlessPage });
    await page.goto(pageUrl);
    await page.waitForFunction(() => (window as unknown as HeadlessWindow).ready);
    if (moment === 'before') await page.evaluate(polluteObjectPrototype, pollutedOptions);
    await page.evaluate(() => void (window as unknown as HeadlessWindow).create());
    if (moment === 'after') await page.evaluate(polluteObjectPrototype, pollutedOptions);
    await playHeadless(page);
    const givenConsent = await page.evaluate(() => (window as unknown as HeadlessWindow).headless.state.current.consent.given);
    expect(givenConsent).toMatchObject({ cast: false, remote: false });
    expect(contactedOrigins(world)).toEqual([site]);
    expect(world.hits.filter(({ headers }) => headers['x-viewer'] || headers.cookie)).toEqual([]);
    expect(await readForbiddenCalls(page), 'calls that store or contact').toEqual({});
    expect(problems).toEqual([]);
  });
}

for (const build of builds) {
  test(`${build.name}: the player contacts only the host of a live channel when Object.prototype has every option`, async ({
    page,
    world,
    problems
  }) => {
    const hostile = { name: '', catalogueRow: '', src: liveUrl, files };
    world.stage({ ...files, [pageUrl]: playerPage(build, hostile) });
    await page.goto(pageUrl);
    const readPosition = () => page.evaluate(() => document.querySelector('jet-player')!.currentTime);
    await expect.poll(readPosition, { timeout: 40_000 }).toBeGreaterThan(0);
    const countRequests = () => world.hits.filter(({ path }) => path.startsWith(liveUrl)).length;
    await page.evaluate(polluteObjectPrototype, pollutedOptions);
    // dash.js itself reads some of these names, so playback may stop, but its requests must not change.
    const before = countRequests();
    await expect.poll(countRequests, { timeout: 40_000 }).toBeGreaterThan(before + 2);
    expect(contactedOrigins(world)).toEqual([site]);
    expect(world.hits.filter(({ headers }) => headers['x-viewer'] || headers.cookie)).toEqual([]);
    expect(await readForbiddenCalls(page), 'calls that store or contact').toEqual({});
    expect(problems).toEqual([]);
  });
}

test('canary: fetch() with a plain object uses options of Object.prototype', async ({ page, world }) => {
  world.stage({ ...files, [pageUrl]: headlessPage });
  await page.goto(pageUrl);
  await page.evaluate(polluteObjectPrototype, { redirect: 'follow', headers: { 'x-viewer': '4711' } });
  await page.evaluate(() => fetch('/case/redirected.m3u8', { cache: 'no-store' }).catch(() => undefined));
  expect(contactedOrigins(world)).toEqual(['https://cdn.evil.test', site]);
  expect(world.hits.some(({ headers }) => headers['x-viewer'] === '4711')).toBe(true);
});
