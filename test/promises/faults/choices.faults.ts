import { expect, type Page } from '@playwright/test';
import { openCinema, reaches, startRun, type Protocol } from './fault-page.js';
import { test } from './fault-fixtures.js';

/** Selects something for everything that a viewer can select, each different from the player's default. */
async function choose(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.player!.state.current.captions.tracks.length)).toBe(2);
  await page.evaluate(() => {
    const { state, playback, volume, captions, audio, quality } = window.player!;
    const { captions: texts, audio: sounds, quality: pictures } = state.current;
    playback.setRate(1.25);
    volume.setLevel(0.4);
    captions.choose(texts.tracks.find(({ language }) => language === 'nl')!.id);
    audio.choose(sounds.tracks.find(({ language }) => language === 'nl')!.id);
    quality.choose(pictures.renditions.find(({ height }) => height === 240)!.id);
  });
  await expect.poll(() => chosen(page)).toEqual(selection);
}

const selection = { rate: 1.25, volume: 0.4, muted: false, captions: 'nl', audio: 'nl', quality: 240, picture: 240, paused: false };

/** The current selections, as the player, the engine and the video report them. */
const chosen = (page: Page) =>
  page.evaluate(() => {
    const { captions, audio, quality } = window.player!.state.current;
    const { video } = window;
    const find = <T extends { id: string }>(list: readonly T[], id: string | null) => list.find((one) => one.id === id);
    return {
      rate: video.playbackRate,
      volume: video.volume,
      muted: video.muted,
      captions: find(captions.tracks, captions.choice)?.language,
      audio: find(audio.tracks, audio.choice)?.language,
      quality: find(quality.renditions, quality.choice)?.height,
      picture: video.videoHeight,
      paused: video.paused
    };
  });

const health = (page: Page) => page.evaluate(() => window.player!.health);
const status = (page: Page) => page.evaluate(() => window.player!.state.current.source.status);
const seek = (page: Page, to: number) => page.evaluate((time) => void (window.video.currentTime = time), to);

/** Beyond the buffer of a video of ten minutes. */
const far = 400;

for (const protocol of ['hls', 'dash'] as const satisfies readonly Protocol[]) {
  const other = protocol === 'hls' ? 'dash' : 'hls';

  test.describe(`${protocol}: keeps the viewer's selections`, () => {
    test.setTimeout(90_000);

    test('after a decoder error', async ({ chrome, server }) => {
      const run = startRun(server, 'noise-once');
      const page = await openCinema(chrome, server, [run.onDemand(protocol)]);
      await choose(page);
      await page.evaluate(() => window.video.addEventListener('emptied', () => (document.title = 'emptied')));
      await run.turn('on');
      await seek(page, far);
      await expect.poll(() => page.title(), { timeout: 20_000 }).toBe('emptied');
      await reaches(page, far + 3);
      await expect.poll(() => chosen(page)).toEqual(selection);
      await page.close();
    });

    test('after a refreshed URL, in a new engine', async ({ chrome, server }) => {
      const [run, fresh] = [startRun(server, 'token-403-8s'), startRun(server, 'long')];
      const page = await openCinema(chrome, server, [run.onDemand(protocol)], fresh.onDemand(protocol));
      await choose(page);
      await run.turn('on');
      await seek(page, far);
      await reaches(page, far + 1);
      expect((await health(page)).renewals).toBe(1);
      await expect.poll(() => chosen(page)).toEqual(selection);
      await page.close();
    });

    test('in the next source, which has another protocol', async ({ chrome, server }) => {
      const [run, next] = [startRun(server, 'gone'), startRun(server, 'long')];
      const page = await openCinema(chrome, server, [run.onDemand(protocol), next.onDemand(other)]);
      await choose(page);
      await run.turn('on');
      await seek(page, far);
      await expect.poll(async () => (await health(page)).sources, { timeout: 40_000 }).toBe(1);
      await reaches(page, far);
      await expect.poll(() => chosen(page)).toEqual(selection);
      await page.close();
    });

    test('after an error and a retry', async ({ chrome, server }) => {
      const run = startRun(server, 'gone');
      const page = await openCinema(chrome, server, [run.onDemand(protocol)]);
      await choose(page);
      await run.turn('on');
      await seek(page, far);
      await expect.poll(() => status(page), { timeout: 40_000 }).toBe('failed');
      await run.turn('off');
      await page.evaluate(() => window.player!.source.retry());
      await reaches(page, far);
      await expect.poll(() => chosen(page)).toEqual(selection);
      await page.close();
    });
  });
}
