import { expect, type Page } from '@playwright/test';
import { openPlayerPage, untilPlaybackPasses, startRun, type Protocol } from './fault-page.js';
import { test } from './fault-fixtures.js';

/** Selects a value for everything that a viewer can select, each different from the player's default. */
async function selectEverything(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.player!.state.current.captions.tracks.length)).toBe(2);
  await page.evaluate(() => {
    const { state, playback, volume, captions, audio, quality } = window.player!;
    const { captions: captionState, audio: audioState, quality: qualityState } = state.current;
    playback.setRate(1.25);
    volume.setLevel(0.4);
    captions.choose(captionState.tracks.find(({ language }) => language === 'nl')!.id);
    audio.choose(audioState.tracks.find(({ language }) => language === 'nl')!.id);
    quality.choose(qualityState.renditions.find(({ height }) => height === 240)!.id);
  });
  await expect.poll(() => readSelections(page)).toEqual(expectedSelections);
}

const expectedSelections = {
  rate: 1.25,
  volume: 0.4,
  muted: false,
  captions: 'nl',
  audio: 'nl',
  quality: 240,
  videoHeight: 240,
  paused: false
};

/** Returns the current selections, as the player, the engine and the video report them. */
const readSelections = (page: Page) =>
  page.evaluate(() => {
    const { captions, audio, quality } = window.player!.state.current;
    const { video } = window;
    const find = <T extends { id: string }>(list: readonly T[], id: string | null) => list.find((item) => item.id === id);
    return {
      rate: video.playbackRate,
      volume: video.volume,
      muted: video.muted,
      captions: find(captions.tracks, captions.choice)?.language,
      audio: find(audio.tracks, audio.choice)?.language,
      quality: find(quality.renditions, quality.choice)?.height,
      videoHeight: video.videoHeight,
      paused: video.paused
    };
  });

const readHealth = (page: Page) => page.evaluate(() => window.player!.health);
const readStatus = (page: Page) => page.evaluate(() => window.player!.state.current.source.status);
const seek = (page: Page, seconds: number) => page.evaluate((time) => void (window.video.currentTime = time), seconds);

/** A position in a video of ten minutes that is not buffered. */
const unbufferedSeconds = 400;

for (const protocol of ['hls', 'dash'] as const satisfies readonly Protocol[]) {
  const otherProtocol = protocol === 'hls' ? 'dash' : 'hls';

  test.describe(`${protocol}: the player keeps the viewer's selections`, () => {
    test.setTimeout(90_000);

    test('after a decoder error', async ({ chrome, server }) => {
      const run = startRun(server, 'decoder-error-once');
      const page = await openPlayerPage(chrome, server, [run.onDemandUrl(protocol)]);
      await selectEverything(page);
      await page.evaluate(() => window.video.addEventListener('emptied', () => (document.title = 'emptied')));
      await run.turnFault('on');
      await seek(page, unbufferedSeconds);
      await expect.poll(() => page.title(), { timeout: 20_000 }).toBe('emptied');
      await untilPlaybackPasses(page, unbufferedSeconds + 3);
      await expect.poll(() => readSelections(page)).toEqual(expectedSelections);
      await page.close();
    });

    test('in the new engine after refreshSource has returned another URL', async ({ chrome, server }) => {
      const [run, refreshedRun] = [startRun(server, 'all-403-8s'), startRun(server, 'long-video')];
      const page = await openPlayerPage(chrome, server, [run.onDemandUrl(protocol)], refreshedRun.onDemandUrl(protocol));
      await selectEverything(page);
      await run.turnFault('on');
      await seek(page, unbufferedSeconds);
      await untilPlaybackPasses(page, unbufferedSeconds + 1);
      expect((await readHealth(page)).renewals).toBe(1);
      await expect.poll(() => readSelections(page)).toEqual(expectedSelections);
      await page.close();
    });

    test('in the next source, which has another protocol', async ({ chrome, server }) => {
      const [run, nextRun] = [startRun(server, 'long-video-404'), startRun(server, 'long-video')];
      const page = await openPlayerPage(chrome, server, [run.onDemandUrl(protocol), nextRun.onDemandUrl(otherProtocol)]);
      await selectEverything(page);
      await run.turnFault('on');
      await seek(page, unbufferedSeconds);
      await expect.poll(async () => (await readHealth(page)).sources, { timeout: 40_000 }).toBe(1);
      await untilPlaybackPasses(page, unbufferedSeconds);
      await expect.poll(() => readSelections(page)).toEqual(expectedSelections);
      await page.close();
    });

    test('after an error, when source.retry() plays the source again', async ({ chrome, server }) => {
      const run = startRun(server, 'long-video-404');
      const page = await openPlayerPage(chrome, server, [run.onDemandUrl(protocol)]);
      await selectEverything(page);
      await run.turnFault('on');
      await seek(page, unbufferedSeconds);
      await expect.poll(() => readStatus(page), { timeout: 40_000 }).toBe('failed');
      await run.turnFault('off');
      await page.evaluate(() => window.player!.source.retry());
      await untilPlaybackPasses(page, unbufferedSeconds);
      await expect.poll(() => readSelections(page)).toEqual(expectedSelections);
      await page.close();
    });
  });
}
