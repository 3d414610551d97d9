import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { chooseSetting, hoverVideo, pauseAndHover, pauseAt } from './acts.js';

type Act = (page: Page) => Promise<void>;

const playerIn = (page: Page) => page.locator('jet-player');

/** Adds a playlist of three entries with `autonext`, of which the player plays the first. */
export async function addPlaylist(page: Page): Promise<void> {
  await playerIn(page).evaluate(async (player: JetPlayer) => {
    player.id ||= 'player';
    const titles = ['A day on the delta', 'The return of the storks: what the birds need, and who protects them', 'Night'];
    const links = titles.map((textContent) => Object.assign(document.createElement('a'), { textContent, href: player.src }));
    for (const { dataset } of links) Object.assign(dataset, { poster: player.poster, chapters: player.chapters });
    links[0]!.ariaCurrent = 'true';
    const playlist = Object.assign(document.createElement('jet-playlist'), { htmlFor: player.id, autonext: true, hidden: true });
    playlist.append(...links);
    document.querySelector('main')!.append(playlist);
    await playlist.updateComplete;
    await player.updateComplete;
  });
}

/** Returns an action that opens the panel with the entries of the playlist. */
export const openPlaylistPanel =
  (prepare: Act): Act =>
  async (page) => {
    await addPlaylist(page);
    await chooseSetting('playlist', prepare)(page);
    await playerIn(page).getByRole('dialog').waitFor();
  };

/** Returns an action that ends an entry of the playlist, and stops the countdown to the next entry. */
export const showUpNext =
  (prepare: Act): Act =>
  async (page) => {
    await addPlaylist(page);
    await prepare(page);
    await playerIn(page).evaluate(async (player: JetPlayer) => {
      Object.assign(globalThis, { setInterval: () => 0 });
      const { video } = player;
      Object.defineProperty(video, 'ended', { value: true });
      video.dispatchEvent(new Event('ended'));
      await player.updateComplete;
    });
    await playerIn(page).locator('[part=up-next]').waitFor();
    await hoverVideo(page);
  };

/** Returns an action that opens the panel that shares a clip. */
export const openSharePanel =
  (prepare: Act): Act =>
  async (page) => {
    await chooseSetting('share', prepare)(page);
    await playerIn(page).locator('jet-share').waitFor();
  };

/** Returns an action that switches the data saver on, and leaves the settings open. */
export const switchDataSaverOn =
  (prepare: Act): Act =>
  async (page) => {
    await chooseSetting('data-saver', prepare)(page);
    const settings = playerIn(page).locator('[part=settings]');
    if ((await settings.getByRole('menu').count()) === 0) await settings.getByRole('button').click();
    await settings.locator('[data-key="data-saver"]').waitFor();
    await hoverVideo(page);
  };

/** Returns an action that presses the mouse on the video, which plays at double speed while it is pressed. */
export const holdDoubleSpeed =
  (prepare: Act): Act =>
  async (page) => {
    await prepare(page);
    await playerIn(page).evaluate((player: JetPlayer) => player.play());
    await hoverVideo(page);
    await page.mouse.down();
    await page.waitForFunction(() => document.querySelector('jet-player')!.playbackRate === 2);
    await playerIn(page).locator('[part~=notice]').waitFor();
  };

/** Starts the sleep timer of an audio player. */
export async function startSleepTimer(page: Page): Promise<void> {
  await chooseSetting('sleep', (opened) => pauseAt(opened))(page);
  await playerIn(page).locator('[part=settings]').getByRole('menuitemradio').nth(1).click();
  await playerIn(page).locator('[part=sleep]').waitFor();
  await page.keyboard.press('Escape');
}

/** Moves the video into a picture-in-picture window. */
export async function openPipWindow(page: Page): Promise<void> {
  await pauseAndHover(page);
  await playerIn(page).locator('[part=pip]').click();
  await playerIn(page).locator('[part=pip-status]').waitFor();
}
