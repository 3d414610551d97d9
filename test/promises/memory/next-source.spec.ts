import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { readForbiddenCalls, expect, open, test } from '../../cast/cast-fixtures.js';
import { selectEverything, selectedValues, runCommand, pollOptions, readSelections } from './selections.js';
import { wideUnless } from '../../support/wide.js';

const hls = '/media/cmaf/master.m3u8';
const dash = '/media/cmaf/manifest.mpd';
/** A video with one quality, one audio track and no captions. */
const file = '/media/film.mp4';

/** Loads another source into the player, and waits until it plays. */
async function playNextSource(page: Page, src: string): Promise<void> {
  await page.evaluate((url) => {
    const player = document.querySelector<JetPlayer>('jet-player')!;
    player.src = url;
    void player.play();
  }, src);
  await waitUntilPlaying(page, src);
}

const waitUntilPlaying = (page: Page, src: string) =>
  expect
    .poll(
      () =>
        page.evaluate(() => {
          const { currentSrc, currentTime } = document.querySelector<JetPlayer>('jet-player')!;
          return currentTime > 0 ? currentSrc : '';
        }),
      pollOptions
    )
    .toContain(src);

for (const [first, second] of [
  [hls, dash],
  [dash, hls],
  [hls, `${hls}?next`],
  [dash, `${dash}?next`]
] as const) {
  test(
    `selections in ${first} apply to ${second}, also after a source without tracks, and nothing is stored`,
    wideUnless(second === hls || second === dash),
    async ({ page, world, problems }) => {
      await open(page, world, { attributes: '', src: first });
      await selectEverything(page);
      await playNextSource(page, file);
      expect(await readSelections(page)).toMatchObject({ level: 0.3, rate: 1.5 });
      await playNextSource(page, second);
      await expect.poll(() => readSelections(page), pollOptions).toMatchObject(selectedValues);
      expect(await readForbiddenCalls(page)).toEqual({});
      expect(problems).toEqual([]);
    }
  );
}

test('a source plays its own defaults when nothing was selected in an earlier one', async ({ page, world }) => {
  await open(page, world, { attributes: '', src: hls });
  const defaults = { level: 1, rate: 1, captions: null, quality: 'auto', audio: 'en' };
  await expect.poll(() => readSelections(page), pollOptions).toMatchObject(defaults);
  await playNextSource(page, dash);
  await expect.poll(() => readSelections(page), pollOptions).toMatchObject(defaults);
});

test('captions that were switched off stay off, and automatic quality stays automatic', async ({ page, world }) => {
  await open(page, world, { attributes: '', src: hls });
  await selectEverything(page);
  await runCommand(page, (player) => {
    player.captions.choose(null);
    player.quality.choose('auto');
  });
  await playNextSource(page, dash);
  await expect.poll(() => readSelections(page), pollOptions).toMatchObject({ ...selectedValues, captions: null, quality: 'auto' });
});

test('selections apply to the next entry of a playlist', async ({ page, world }) => {
  await open(page, world, { attributes: 'id="player"', src: hls });
  await selectEverything(page);
  await page.evaluate(
    ([one, two]) => {
      const links = `<ol><li><a href="${one}" aria-current="true">One</a></li><li><a href="${two}">Two</a></li></ol>`;
      document.body.insertAdjacentHTML('beforeend', `<jet-playlist id="list" for="player">${links}</jet-playlist>`);
      (document.getElementById('list') as HTMLElement & { next(): void }).next();
      void document.querySelector<JetPlayer>('jet-player')!.play();
    },
    [hls, dash] as const
  );
  await waitUntilPlaying(page, dash);
  await expect.poll(() => readSelections(page), pollOptions).toMatchObject(selectedValues);
});

for (const [first, second] of [
  [hls, dash],
  [dash, hls]
] as const) {
  test(
    `with storage, selections in ${first} apply to ${second} on this page and on the next one`,
    wideUnless(first === hls),
    async ({ page, world, problems }) => {
      const attributes = 'storage="session"';
      await open(page, world, { attributes, src: first });
      await selectEverything(page);
      await playNextSource(page, second);
      await expect.poll(() => readSelections(page), pollOptions).toMatchObject(selectedValues);
      await open(page, world, { attributes, src: second });
      await expect.poll(() => readSelections(page), pollOptions).toMatchObject(selectedValues);
      expect(problems).toEqual([]);
    }
  );
}
