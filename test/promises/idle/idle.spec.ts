import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../../support/page-fixtures.js';

const waitSeconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

/** Opens a page with players, whose requests and timers are counted from the start. */
async function openPage(
  page: Page,
  demo: string,
  players: string
): Promise<{ requestedPaths: string[]; readMetrics(): Promise<Record<string, number>> }> {
  const requestedPaths: string[] = [];
  page.on('request', (request) => requestedPaths.push(new URL(request.url()).pathname));
  await page.addInitScript(() => {
    const timers = new Set<number>();
    const { setTimeout, setInterval, requestAnimationFrame } = window;
    const countTimers = (start: (...args: never[]) => unknown) =>
      ((...args: never[]) => {
        const id = start(...args) as number;
        timers.add(id);
        return id;
      }) as never;
    Object.assign(window, {
      setTimeout: countTimers(setTimeout as never),
      setInterval: countTimers(setInterval as never),
      requestAnimationFrame: countTimers(requestAnimationFrame as never),
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
    requestedPaths,
    async readMetrics() {
      const { metrics } = await cdp.send('Performance.getMetrics');
      const metricOf = (name: string) => metrics.find((metric) => metric.name === name)!.value;
      const timers = await page.evaluate(() => (window as unknown as { timersStarted(): number }).timersStarted());
      return { layouts: metricOf('LayoutCount'), styles: metricOf('RecalcStyleCount'), timers, requests: requestedPaths.length };
    }
  };
}

const poster = '<jet-player load="play" src="/media/cmaf/master.m3u8" poster="/media/poster.jpg"></jet-player>';

test('fifty players with a poster request the script of the player, its interface and one image, and no engine', async ({ page, demo }) => {
  const { requestedPaths } = await openPage(page, demo, poster.repeat(50));
  await page.waitForFunction(() => [...document.querySelectorAll('jet-player')].every(({ video }) => video.poster.startsWith('blob:')));
  const pathsWithoutHash = requestedPaths.map((path) => path.replace(/-[\w-]{8}\.js$/, ''));
  expect([...new Set(pathsWithoutHash)].sort()).toEqual(['/dist/chunks/interface', '/dist/jet-player.js', '/idle', '/media/poster.jpg']);
});

test('a player before playback starts no timer and causes no request, style recalculation or layout', async ({ page, demo }) => {
  const { readMetrics } = await openPage(page, demo, poster.repeat(10));
  await page.waitForFunction(() => [...document.querySelectorAll('jet-player')].every(({ video }) => video.poster.startsWith('blob:')));
  await waitSeconds(0.5);
  const before = await readMetrics();
  await waitSeconds(2);
  expect(await readMetrics()).toEqual(before);
});

test('canary: a busy page starts timers and causes requests, style recalculations and layouts', async ({ page, demo }) => {
  const { readMetrics } = await openPage(page, demo, poster);
  await waitSeconds(0.5);
  const before = await readMetrics();
  await page.evaluate(() => {
    const grow = (width: number) => {
      document.querySelector('jet-player')!.style.width = `${width}px`;
      if (width < 340) requestAnimationFrame(() => grow(width + 1));
    };
    grow(321);
    void fetch('/media/chapters.vtt');
  });
  await waitSeconds(1);
  const after = await readMetrics();
  for (const name of ['layouts', 'styles', 'timers', 'requests']) expect(after[name], name).toBeGreaterThan(before[name]!);
});

test('a player before playback loads its engine, and no media, when the pointer enters it', async ({ page, demo }) => {
  const { requestedPaths } = await openPage(page, demo, poster);
  const before = requestedPaths.filter((path) => path.includes('/chunks/'));
  expect(before).toEqual([expect.stringContaining('/chunks/interface-')]);
  await page.locator('jet-player').hover();
  await expect.poll(() => requestedPaths.filter((path) => /\/chunks\/(hls|deferred-interface|playback)-/.test(path)).length).toBe(3);
  await page.evaluate(() => fetch('/media/chapters.vtt'));
  expect(requestedPaths.filter((path) => /\/media\/(cmaf|ts)\//.test(path))).toEqual([]);
});

test('a click on the settings button opens the menu when the code of the menu loads after the click', async ({ page, demo }) => {
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/chunks\/deferred-interface-/, async (route) => {
    await released;
    await route.continue();
  });
  await openPage(page, demo, poster);
  await page.locator('jet-player').hover();
  await page.locator('jet-player [part=settings]').click();
  release();
  await expect(page.locator('jet-player [role=menu]')).toBeVisible();
});
