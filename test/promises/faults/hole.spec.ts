import { expect, type Page } from '@playwright/test';
import { openCinema, reaches, startRun } from './fault-page.js';
import { test } from './fault-fixtures.js';

/** Seconds that are buffered ahead of the playback position, gaps included. */
const ahead = (page: Page) =>
  page.evaluate(() => {
    const { buffered, currentTime } = window.video;
    return buffered.length > 0 ? buffered.end(buffered.length - 1) - currentTime : 0;
  });

/** The limits for a video of ten minutes whose fifth segment is missing. */
const most = { seconds: 100, requests: 130 };

for (const protocol of ['hls', 'dash'] as const) {
  test(`${protocol}: stops fetching at the buffer limit when a segment is missing`, async ({ chrome, server }) => {
    test.setTimeout(60_000);
    const run = startRun(server, 'hole');
    const page = await openCinema(chrome, server, [run.onDemand(protocol)]);
    await reaches(page, 4);
    await page.evaluate(() => window.player!.playback.pause());
    const requests = () => run.requests();
    // While the video is paused before the gap nothing advances, and all requests are done when a second adds none.
    await expect
      .poll(async () => {
        const before = await requests();
        await page.waitForTimeout(1000);
        return (await requests()) - before;
      })
      .toBeLessThan(2);
    expect(await ahead(page)).toBeLessThan(most.seconds);
    await page.evaluate(() => window.player!.playback.play());
    await reaches(page, 12);
    expect(await ahead(page)).toBeLessThan(most.seconds);
    expect(await requests()).toBeLessThan(most.requests);
    const { retries, ...steps } = await page.evaluate(() => window.player!.health);
    expect(retries).toBeLessThan(6);
    expect(
      Object.values(steps).reduce((sum, count) => sum + count, 0),
      JSON.stringify(steps)
    ).toBeLessThanOrEqual(6);
    await run.end();
    await page.context().close();
  });
}
