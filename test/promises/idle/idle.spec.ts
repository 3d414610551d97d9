import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../../support/page-fixtures.js';

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

/** Opens a page with players; counts its requests and timers from the start. */
async function open(
  page: Page,
  demo: string,
  players: string
): Promise<{ requested: string[]; metrics(): Promise<Record<string, number>> }> {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await page.addInitScript(() => {
    const timers = new Set<number>();
    const { setTimeout, setInterval, requestAnimationFrame } = window;
    const counted = (start: (...given: never[]) => unknown) =>
      ((...given: never[]) => {
        const id = start(...given) as number;
        timers.add(id);
        return id;
      }) as never;
    Object.assign(window, {
      setTimeout: counted(setTimeout as never),
      setInterval: counted(setInterval as never),
      requestAnimationFrame: counted(requestAnimationFrame as never),
      timersStarted: () => timers.size
    });
  });
  await page.route(`${demo}/idle`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>jet-player { width: 320px }</style><script type="module" src="/dist/jet-player.js"></script>${players}`
    })
  );
  await page.goto(`${demo}/idle`);
  await page.waitForFunction(() => document.querySelector('jet-player')?.shadowRoot?.querySelector('[part=big-play]'));
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  return {
    requested,
    async metrics() {
      const { metrics } = await cdp.send('Performance.getMetrics');
      const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
      const timers = await page.evaluate(() => (window as unknown as { timersStarted(): number }).timersStarted());
      return { layouts: of('LayoutCount'), styles: of('RecalcStyleCount'), timers, requests: requested.length };
    }
  };
}

const poster = '<jet-player load="play" src="/media/cmaf/master.m3u8" poster="/media/poster.jpg"></jet-player>';

test('fifty posters fetch the player and one image, and no engine', async ({ page, demo }) => {
  const { requested } = await open(page, demo, poster.repeat(50));
  await page.waitForFunction(() => [...document.querySelectorAll('jet-player')].every(({ video }) => video.poster.startsWith('blob:')));
  const unhashed = requested.map((path) => path.replace(/-[\w-]{8}\.js$/, ''));
  expect([...new Set(unhashed)].sort()).toEqual(['/dist/chunks/interface', '/dist/jet-player.js', '/idle', '/media/poster.jpg']);
});

test('a player before playback starts no timer and causes no request, style recalculation or layout', async ({ page, demo }) => {
  const { metrics } = await open(page, demo, poster.repeat(10));
  await page.waitForFunction(() => [...document.querySelectorAll('jet-player')].every(({ video }) => video.poster.startsWith('blob:')));
  await seconds(0.5);
  const before = await metrics();
  await seconds(2);
  expect(await metrics()).toEqual(before);
});

test('canary: counts the timers, requests, style recalculations and layouts of a busy page', async ({ page, demo }) => {
  const { metrics } = await open(page, demo, poster);
  await seconds(0.5);
  const before = await metrics();
  await page.evaluate(() => {
    const grow = (width: number) => {
      document.querySelector('jet-player')!.style.width = `${width}px`;
      if (width < 340) requestAnimationFrame(() => grow(width + 1));
    };
    grow(321);
    void fetch('/media/chapters.vtt');
  });
  await seconds(1);
  const after = await metrics();
  for (const name of ['layouts', 'styles', 'timers', 'requests']) expect(after[name], name).toBeGreaterThan(before[name]!);
});

test('loads the engine and no media when the pointer enters a player before playback', async ({ page, demo }) => {
  const { requested } = await open(page, demo, poster);
  const before = requested.filter((path) => path.includes('/chunks/'));
  expect(before).toEqual([expect.stringContaining('/chunks/interface-')]);
  await page.locator('jet-player').hover();
  await expect.poll(() => requested.filter((path) => /\/chunks\/(hls|menus-and-panels|playback)-/.test(path)).length).toBe(3);
  await page.evaluate(() => fetch('/media/chapters.vtt'));
  expect(requested.filter((path) => /\/media\/(cmaf|ts)\//.test(path))).toEqual([]);
});

test('opens the menu when it loads after the click', async ({ page, demo }) => {
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/chunks\/menus-and-panels-/, async (route) => {
    await held;
    await route.continue();
  });
  await open(page, demo, poster);
  await page.locator('jet-player').hover();
  await page.locator('jet-player [part=settings]').click();
  release();
  await expect(page.locator('jet-player [role=menu]')).toBeVisible();
});
