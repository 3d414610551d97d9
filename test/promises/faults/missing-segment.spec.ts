import { expect, type Page } from '@playwright/test';
import { openPlayerPage, untilPlaybackPasses, startRun } from './fault-page.js';
import { test } from './fault-fixtures.js';

/** Returns how many seconds are buffered ahead of the playback position, gaps included. */
const bufferAhead = (page: Page) =>
  page.evaluate(() => {
    const { buffered, currentTime } = window.video;
    return buffered.length > 0 ? buffered.end(buffered.length - 1) - currentTime : 0;
  });

/** The maximum of buffered seconds and of requests, for a video of ten minutes whose fifth segment is missing. */
const limits = { seconds: 100, requests: 130 };

for (const protocol of ['hls', 'dash'] as const) {
  test(`${protocol}: the player stops fetching at the buffer limit when a segment is missing`, async ({ chrome, server }) => {
    test.setTimeout(60_000);
    const run = startRun(server, 'long-video-segment-missing');
    const page = await openPlayerPage(chrome, server, [run.onDemandUrl(protocol)]);
    await untilPlaybackPasses(page, 4);
    await page.evaluate(() => window.player!.playback.pause());
    const countRequests = () => run.countRequests();
    // The video is paused before the gap, so playback causes no request. Fetching has stopped when a second passes without a new request.
    await expect
      .poll(async () => {
        const before = await countRequests();
        await page.waitForTimeout(1000);
        return (await countRequests()) - before;
      })
      .toBeLessThan(2);
    expect(await bufferAhead(page)).toBeLessThan(limits.seconds);
    await page.evaluate(() => window.player!.playback.play());
    await untilPlaybackPasses(page, 12);
    expect(await bufferAhead(page)).toBeLessThan(limits.seconds);
    expect(await countRequests()).toBeLessThan(limits.requests);
    const { retries, ...recoverySteps } = await page.evaluate(() => window.player!.health);
    expect(retries).toBeLessThan(6);
    expect(
      Object.values(recoverySteps).reduce((sum, count) => sum + count, 0),
      JSON.stringify(recoverySteps)
    ).toBeLessThanOrEqual(6);
    await run.end();
    await page.context().close();
  });
}
