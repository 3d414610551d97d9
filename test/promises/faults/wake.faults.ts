import { expect, type Browser, type Page } from '@playwright/test';
import { moves, openCinema, startRun } from './fault-page.js';
import { test } from './fault-fixtures.js';

/** Stops the page's process, or continues it, as the sleep of a computer does. */
async function sleep(browser: Browser, how: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, how);
  await session.detach();
}

const show = (page: Page, hidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

const interruption = (page: Page) => page.evaluate(() => window.player!.state.current.source.interruption?.kind);
const health = (page: Page) => page.evaluate(() => window.player!.health);

/** Events after which the player retries at once. */
const wakeEvents: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the network coming back': async (page) => {
    await page.context().setOffline(true);
    await page.context().setOffline(false);
  },
  'the page becoming visible again': async (page) => {
    await show(page, true);
    await show(page, false);
  },
  'the page returning from the back-forward cache': (page) =>
    page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))),
  'the page resuming after it was frozen': (page) => page.evaluate(() => document.dispatchEvent(new Event('resume'))),
  'a jump of the clock, as after sleep': (page) =>
    page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 3_600_000;
    })
};

for (const [event, trigger] of Object.entries(wakeEvents)) {
  // The server sends Retry-After with half a minute; the test does not wait that long.
  test(`retries at once instead of after thirty seconds after ${event}`, async ({ chrome, server }) => {
    test.setTimeout(60_000);
    const run = startRun(server, 'later');
    const page = await openCinema(chrome, server, [run.channel('hls')]);
    await moves(page);
    await run.turn('on');
    await expect.poll(() => interruption(page), { timeout: 20_000 }).toBe('reconnecting');
    // The stall itself is such an event; the request that it causes has to fail before the server recovers.
    await page.waitForTimeout(2000);
    await run.turn('off');
    await trigger(page);
    await moves(page, 10_000);
    await page.close();
  });
}

for (const protocol of ['hls', 'dash'] as const) {
  test(`${protocol}: takes no recovery action while the page is hidden, and continues when it is visible`, async ({ chrome, server }) => {
    test.setTimeout(60_000);
    const run = startRun(server, 'outage');
    const page = await openCinema(chrome, server, [run.channel(protocol)]);
    await moves(page);
    await show(page, true);
    await run.turn('on');
    await expect.poll(() => page.evaluate(() => window.video.readyState), { timeout: 20_000 }).toBeLessThan(3);
    await page.waitForTimeout(6000);
    const { jumps, nudges, replays, resets, rebuilds } = await health(page);
    expect({ jumps, nudges, replays, resets, rebuilds }).toEqual({ jumps: 0, nudges: 0, replays: 0, resets: 0, rebuilds: 0 });
    await run.turn('off');
    await show(page, false);
    await moves(page, 10_000);
    await page.close();
  });

  test(`${protocol}: continues within the seekable range when it moved on during sleep`, async ({ chrome, server }) => {
    test.setTimeout(90_000);
    const run = startRun(server, 'none');
    const page = await openCinema(chrome, server, [run.channel(protocol, '?window=10')]);
    await moves(page);
    await sleep(chrome, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 25_000));
    await sleep(chrome, 'SIGCONT');
    await moves(page, 20_000);
    const { seekable, time } = await page.evaluate(() => ({
      seekable: window.video.seekable.start(0),
      time: window.video.currentTime
    }));
    expect(time).toBeGreaterThanOrEqual(seekable);
    expect(await page.evaluate(() => window.player!.state.current.source.error)).toBe(null);
    await page.close();
  });
}
