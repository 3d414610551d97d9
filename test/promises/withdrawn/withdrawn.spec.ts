import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expect, test } from '../../support/page-fixtures.js';
import { openPage } from './open-page.js';

const passage = { start: 21, end: 29 };
/** Segments of two seconds that lie wholly inside the passage. */
const innerSegment = /\/(?:video|audio)-[\w-]+\/1[234]\.m4s$/;
const sources = { HLS: '/media/cmaf/master.m3u8', DASH: '/media/cmaf/manifest.mpd' };

interface Recorded {
  /** The times of all frames that the video has presented, in seconds. */
  frames: number[];
}

/** Opens the page, and records the frames of its player from the start of playback on; returns the URLs of its requests. */
async function open(page: Page, demo: string, src: string, withdrawn: string): Promise<string[]> {
  const urls = await openPage(page, demo, { src, withdrawn });
  await page.waitForFunction(() => document.querySelector('jet-player')?.player?.state.current.playback.started);
  await page.evaluate(() => {
    const { video } = document.querySelector('jet-player')!;
    const frames: number[] = [];
    Object.assign(window, { recorded: { frames } });
    const onFrame = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      frames.push(mediaTime);
      video.requestVideoFrameCallback(onFrame);
    };
    video.requestVideoFrameCallback(onFrame);
  });
  return urls;
}

/** The recorded frames of the passage. */
const framesInside = (page: Page) =>
  page.evaluate(
    ({ start, end }) => (window as unknown as { recorded: Recorded }).recorded.frames.filter((time) => time >= start && time < end),
    passage
  );

/** Seeks to a time in seconds, and waits until a frame can be shown there, or after the passage. */
const seek = (page: Page, seconds: number) =>
  page.evaluate(async (target) => {
    const { video } = document.querySelector('jet-player')!;
    video.currentTime = target;
    while (video.seeking || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA)
      await Promise.race(
        ['seeked', 'loadeddata', 'canplay'].map((type) => new Promise((resolve) => video.addEventListener(type, resolve, { once: true })))
      );
    return video.currentTime;
  }, seconds);

/** Numbers from 0 to 1 that are the same in every run. */
function* randomNumbers(): Generator<number, never> {
  for (let state = 12_345; ;) yield (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

for (const [protocol, src] of Object.entries(sources)) {
  test(`${protocol}: nothing of a withdrawn passage is requested or shown, whatever the viewer does`, async ({ page, demo }) => {
    test.setTimeout(150_000);
    const urls = await open(page, demo, src, '21-29');
    const random = randomNumbers();
    for (let count = 0; count < 100; count++) {
      const border = count % 2 === 0 ? passage.start : passage.end;
      await seek(page, border - 4 + random.next().value * 8);
    }
    await seek(page, 19);
    await page.evaluate(async () => {
      const { player, video } = document.querySelector('jet-player')!;
      const { renditions } = player!.state.current.quality;
      player!.quality.choose(renditions.at(0)!.id);
      player!.audio.choose(player!.state.current.audio.tracks.at(-1)!.id);
      await video.play();
    });
    await expect.poll(() => page.evaluate(() => document.querySelector('jet-player')!.currentTime)).toBeGreaterThan(31);
    // A reload at a position in the passage starts after it.
    await page.evaluate(() => {
      const player = document.querySelector('jet-player')!;
      player.player!.load([{ src: player.src }], 25);
    });
    await expect.poll(() => page.evaluate(() => document.querySelector('jet-player')!.currentTime)).toBeGreaterThan(30.5);
    expect(await framesInside(page)).toEqual([]);
    expect(urls.filter((url) => innerSegment.test(url))).toEqual([]);
    expect(urls.filter((url) => /\.m4s$/.test(url)).length).toBeGreaterThan(20);
  });

  test(`canary: ${protocol}: without the list, the same seeks show frames of the passage and request its segments`, async ({
    page,
    demo
  }) => {
    const urls = await open(page, demo, src, '');
    await seek(page, 25);
    await expect.poll(async () => (await framesInside(page)).length).toBeGreaterThan(0);
    expect(urls.filter((url) => innerSegment.test(url))).not.toEqual([]);
  });
}

/** What the player shows and offers besides the video. */
const readOffers = (page: Page) =>
  page.locator('jet-player').evaluate(async (element: JetPlayer) => {
    const player = element.player!;
    const [inside, outside] = await Promise.all([25, 10].map((seconds) => player.thumbnails.at(seconds)));
    const { transcript, chapters, pip } = player.state.current;
    const cues = [...element.video.textTracks].flatMap((track) => (track.kind === 'chapters' ? [] : [...(track.cues ?? [])]));
    return {
      thumbnails: [inside !== undefined, outside !== undefined],
      lines: transcript.lines.map(({ text }) => text.slice(0, 8)),
      cues: cues.filter(({ startTime, endTime }) => startTime < 29 && endTime > 21).length,
      chapterStarts: chapters.list.map(({ start }) => start),
      pip: pip.supported,
      downloads: element.shadowRoot!.querySelectorAll('[part=download]').length
    };
  });

async function openTranscript(page: Page): Promise<void> {
  await page.locator('jet-player').evaluate(({ player }: JetPlayer) => {
    player!.captions.toggle();
    player!.transcript.read(true);
  });
  await page.waitForFunction(() => document.querySelector('jet-player')!.player!.state.current.transcript.lines.length > 4);
  await page.waitForFunction(() => document.querySelector('jet-player')!.player!.state.current.chapters.list.length > 0);
  // The bar, which would contain a download.
  await page.locator('jet-player [part=play]').first().waitFor({ state: 'attached' });
}

test('captions, the transcript, chapters and thumbnails leave out a withdrawn passage, and nothing that has the whole media is offered', async ({
  page,
  demo
}) => {
  await open(page, demo, sources.HLS, '21-29');
  await openTranscript(page);
  await page.locator('jet-player').evaluate((element: JetPlayer) => element.pause());
  const { lines, ...offers } = await readOffers(page);
  expect(lines).not.toContain('At noon ');
  expect(lines).not.toContain('Poplars ');
  expect(lines).toContain('A white ');
  expect(offers).toMatchObject({ thumbnails: [false, true], cues: 0, pip: false, downloads: 0 });
});

test('canary: without the list, they contain the passage, and a download is offered', async ({ page, demo }) => {
  await open(page, demo, sources.HLS, '');
  await openTranscript(page);
  const { lines, ...offers } = await readOffers(page);
  expect(lines).toContain('At noon ');
  expect(offers).toMatchObject({ thumbnails: [true, true], chapterStarts: [0, 8, 20, 33, 45], pip: true, downloads: 1 });
  expect(offers.cues).toBeGreaterThan(0);
});

test('a chapter that begins in a withdrawn passage disappears when the list changes during playback', async ({ page, demo }) => {
  await open(page, demo, sources.HLS, '');
  const chapterStarts = async () => (await readOffers(page)).chapterStarts;
  await expect.poll(chapterStarts).toEqual([0, 8, 20, 33, 45]);
  await page.locator('jet-player').evaluate((player: JetPlayer) => player.setAttribute('withdrawn', '19-22'));
  await expect.poll(chapterStarts).toEqual([0, 8, 33, 45]);
});

test('a list that cannot be read stops playback with an error, before any request for the media', async ({ page, demo }) => {
  const urls = await openPage(page, demo, { src: sources.HLS, withdrawn: '1:20-1:35' });
  await expect(page.getByRole('alert')).toContainText('policy/withdrawn');
  await expect(page.getByRole('alert')).toContainText('Passages of this video were removed, and it cannot be played.');
  // The file of the chapters is no part of the media; none of them is shown.
  expect(urls.filter((url) => url.includes('/media/') && !url.endsWith('/chapters.vtt'))).toEqual([]);
  expect((await readOffers(page)).chapterStarts).toEqual([]);
});
