import type { Page } from '@playwright/test';
import { site } from '../../support/world.js';
import { builds, pageAddress, pageOf } from './builds.js';
import { live } from './manifests/dash.js';
import { counts, expect, test } from './hostile-fixtures.js';
import { contacted } from './traces.js';
import { dash, redirect } from './case.js';

/** Every option of the player, and of the browser's own request, with a value that would disable the guard. */
const polluted: Readonly<Record<string, unknown>> = {
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

/** Adds the options to `Object.prototype`, as an attack through another library of the page would. */
const pollute = (values: Readonly<Record<string, unknown>>) => {
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true, enumerable: false });
};

/** A live channel whose manifest is requested repeatedly; after a while it redirects to a third party. */
const channel = '/case/live.mpd';
const files = {
  [channel]: dash(live('')),
  '/case/redirected.m3u8': redirect('https://cdn.evil.test/media/cmaf/video-240.m3u8')
};

const headless = {
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

for (const when of ['before', 'after'] as const) {
  test(`headless player: ignores options that are polluted ${when} it is created`, async ({ page, world, problems }) => {
    world.stage({ ...files, [pageAddress]: headless });
    await page.goto(pageAddress);
    await page.waitForFunction(() => (window as unknown as HeadlessWindow).ready);
    if (when === 'before') await page.evaluate(pollute, polluted);
    await page.evaluate(() => void (window as unknown as HeadlessWindow).create());
    if (when === 'after') await page.evaluate(pollute, polluted);
    await playHeadless(page);
    const given = await page.evaluate(() => (window as unknown as HeadlessWindow).headless.state.current.consent.given);
    expect(given).toMatchObject({ cast: false, remote: false });
    expect(contacted(world)).toEqual([site]);
    expect(world.hits.filter(({ headers }) => headers['x-viewer'] || headers.cookie)).toEqual([]);
    expect(await counts(page), 'calls that store or contact').toEqual({});
    expect(problems).toEqual([]);
  });
}

for (const build of builds) {
  test(`${build.name}: contacts only the host of a live channel when every option is polluted`, async ({ page, world, problems }) => {
    const hostile = { name: '', row: '', src: channel, files };
    world.stage({ ...files, [pageAddress]: pageOf(build, hostile) });
    await page.goto(pageAddress);
    const position = () => page.evaluate(() => document.querySelector('jet-player')!.currentTime);
    await expect.poll(position, { timeout: 40_000 }).toBeGreaterThan(0);
    const requests = () => world.hits.filter(({ path }) => path.startsWith(channel)).length;
    await page.evaluate(pollute, polluted);
    // dash.js itself reads some of these names, so playback may stop; its requests may not change.
    const before = requests();
    await expect.poll(requests, { timeout: 40_000 }).toBeGreaterThan(before + 2);
    expect(contacted(world)).toEqual([site]);
    expect(world.hits.filter(({ headers }) => headers['x-viewer'] || headers.cookie)).toEqual([]);
    expect(await counts(page), 'calls that store or contact').toEqual({});
    expect(problems).toEqual([]);
  });
}

test('canary: fetch() with a plain object uses the polluted options', async ({ page, world }) => {
  world.stage({ ...files, [pageAddress]: headless });
  await page.goto(pageAddress);
  await page.evaluate(pollute, { redirect: 'follow', headers: { 'x-viewer': '4711' } });
  await page.evaluate(() => fetch('/case/redirected.m3u8', { cache: 'no-store' }).catch(() => undefined));
  expect(contacted(world)).toEqual(['https://cdn.evil.test', site]);
  expect(world.hits.some(({ headers }) => headers['x-viewer'] === '4711')).toBe(true);
});
