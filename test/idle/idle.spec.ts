import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../support/rig.js';

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

/** A page with players, whose requests and timers are counted from its first line on. */
async function open(page: Page, demo: string, players: string): Promise<{ asked: string[]; metrics(): Promise<Record<string, number>> }> {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
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
    asked,
    async metrics() {
      const { metrics } = await cdp.send('Performance.getMetrics');
      const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
      const timers = await page.evaluate(() => (window as unknown as { timersStarted(): number }).timersStarted());
      return { layouts: of('LayoutCount'), styles: of('RecalcStyleCount'), timers, requests: asked.length };
    }
  };
}

const poster = '<jet-player load="play" src="/media/cmaf/master.m3u8" poster="/media/poster.jpg"></jet-player>';

test('fifty posters fetch the player and one picture, and no engine', async ({ page, demo }) => {
  const { asked } = await open(page, demo, poster.repeat(50));
  await page.waitForFunction(() => [...document.querySelectorAll('jet-player')].every(({ video }) => video.poster.startsWith('blob:')));
  const unhashed = asked.map((path) => path.replace(/-[\w-]{8}\.js$/, ''));
  expect([...new Set(unhashed)].sort()).toEqual(['/dist/chunks/interface', '/dist/jet-player.js', '/idle', '/media/poster.jpg']);
});

test('a player that waits does nothing: no timer, no request, no style, no layout', async ({ page, demo }) => {
  const { metrics } = await open(page, demo, poster.repeat(10));
  await page.waitForFunction(() => [...document.querySelectorAll('jet-player')].every(({ video }) => video.poster.startsWith('blob:')));
  await seconds(0.5);
  const before = await metrics();
  await seconds(2);
  expect(await metrics()).toEqual(before);
});

test('canary: a page that does something is caught', async ({ page, demo }) => {
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

test('whoever points at a player that waits gets the engine, and not a byte of the film', async ({ page, demo }) => {
  const { asked } = await open(page, demo, poster);
  const before = asked.filter((path) => path.includes('/chunks/'));
  expect(before).toEqual([expect.stringContaining('/chunks/interface-')]);
  await page.locator('jet-player').hover();
  await expect.poll(() => asked.filter((path) => /\/chunks\/(hls|begin|later)-/.test(path)).length).toBe(3);
  await page.evaluate(() => fetch('/media/chapters.vtt'));
  expect(asked.filter((path) => /\/media\/(cmaf|ts)\//.test(path))).toEqual([]);
});

test('a click that is faster than the menu opens it all the same', async ({ page, demo }) => {
  let letGo = () => undefined as void;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/chunks\/later-/, async (route) => {
    await held;
    await route.continue();
  });
  await open(page, demo, poster);
  await page.locator('jet-player').hover();
  await page.locator('jet-player [part=settings]').click();
  letGo();
  await expect(page.locator('jet-player [role=menu]')).toBeVisible();
});
