import { expect, type Browser, type Page } from '@playwright/test';
import { untilPlaybackAdvances, openPlayerPage, startRun } from './fault-page.js';
import { test } from './fault-fixtures.js';

/** Stops or continues the processes of all pages, as the sleep of a computer does. */
async function signalPageProcesses(browser: Browser, signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, signal);
  await session.detach();
}

const setPageHidden = (page: Page, hidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

const readInterruption = (page: Page) => page.evaluate(() => window.player!.state.current.source.interruption?.kind);
const readHealth = (page: Page) => page.evaluate(() => window.player!.health);

/** The events after which the player retries at once, each with a function that causes it. */
const wakeEvents: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the network is available again': async (page) => {
    await page.context().setOffline(true);
    await page.context().setOffline(false);
  },
  'the page is visible again': async (page) => {
    await setPageHidden(page, true);
    await setPageHidden(page, false);
  },
  'the page returns from the back-forward cache': (page) =>
    page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))),
  'the page resumes after it was frozen': (page) => page.evaluate(() => document.dispatchEvent(new Event('resume'))),
  'the clock jumps by an hour, as after sleep': (page) =>
    page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 3_600_000;
    })
};

for (const [event, trigger] of Object.entries(wakeEvents)) {
  // The server's Retry-After header names 30 seconds. The test waits for at most 10.
  test(`the player retries at once, and not only after the 30 seconds of Retry-After, when ${event}`, async ({ chrome, server }) => {
    test.setTimeout(60_000);
    const run = startRun(server, '503-retry-after-30s');
    const page = await openPlayerPage(chrome, server, [run.liveUrl('hls')]);
    await untilPlaybackAdvances(page);
    await run.turnFault('on');
    await expect.poll(() => readInterruption(page), { timeout: 20_000 }).toBe('reconnecting');
    // The player also retries at once when playback stalls. That request has to fail before the server recovers.
    await page.waitForTimeout(2000);
    await run.turnFault('off');
    await trigger(page);
    await untilPlaybackAdvances(page, 10_000);
    await page.close();
  });
}

for (const protocol of ['hls', 'dash'] as const) {
  test(`${protocol}: the player takes no recovery step while the page is hidden, and continues when it is visible`, async ({
    chrome,
    server
  }) => {
    test.setTimeout(60_000);
    const run = startRun(server, 'outage');
    const page = await openPlayerPage(chrome, server, [run.liveUrl(protocol)]);
    await untilPlaybackAdvances(page);
    await setPageHidden(page, true);
    await run.turnFault('on');
    await expect.poll(() => page.evaluate(() => window.video.readyState), { timeout: 20_000 }).toBeLessThan(3);
    await page.waitForTimeout(6000);
    const { jumps, nudges, replays, resets, rebuilds } = await readHealth(page);
    expect({ jumps, nudges, replays, resets, rebuilds }).toEqual({ jumps: 0, nudges: 0, replays: 0, resets: 0, rebuilds: 0 });
    await run.turnFault('off');
    await setPageHidden(page, false);
    await untilPlaybackAdvances(page, 10_000);
    await page.close();
  });

  test(`${protocol}: the player continues within the seekable range when the range moved during sleep`, async ({ chrome, server }) => {
    test.setTimeout(90_000);
    const run = startRun(server, 'none');
    const page = await openPlayerPage(chrome, server, [run.liveUrl(protocol, '?window=10')]);
    await untilPlaybackAdvances(page);
    await signalPageProcesses(chrome, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 25_000));
    await signalPageProcesses(chrome, 'SIGCONT');
    await untilPlaybackAdvances(page, 20_000);
    const { seekableStart, time } = await page.evaluate(() => ({
      seekableStart: window.video.seekable.start(0),
      time: window.video.currentTime
    }));
    expect(time).toBeGreaterThanOrEqual(seekableStart);
    expect(await page.evaluate(() => window.player!.state.current.source.error)).toBe(null);
    await page.close();
  });
}
