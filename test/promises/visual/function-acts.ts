import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { choose, hover, paused, pausedAt } from './acts.js';

type Act = (page: Page) => Promise<void>;

const playerOf = (page: Page) => page.locator('jet-player');

/** The player plays the first of three entries of a playlist that goes on by itself. */
export async function inPlaylist(page: Page): Promise<void> {
  await playerOf(page).evaluate(async (player: JetPlayer) => {
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

/** The list of entries is open. */
export const playlistPanel =
  (before: Act): Act =>
  async (page) => {
    await inPlaylist(page);
    await choose('playlist', before)(page);
    await playerOf(page).getByRole('dialog').waitFor();
  };

/** An entry has ended, and the countdown to the next one is stopped. */
export const upNext =
  (before: Act): Act =>
  async (page) => {
    await inPlaylist(page);
    await before(page);
    await playerOf(page).evaluate(async (player: JetPlayer) => {
      Object.assign(globalThis, { setInterval: () => 0 });
      const { video } = player;
      Object.defineProperty(video, 'ended', { value: true });
      video.dispatchEvent(new Event('ended'));
      await player.updateComplete;
    });
    await playerOf(page).locator('[part=up-next]').waitFor();
    await hover(page);
  };

/** The panel that shares a clip. */
export const shared =
  (before: Act): Act =>
  async (page) => {
    await choose('share', before)(page);
    await playerOf(page).locator('jet-share').waitFor();
  };

/** The settings with the data saver switched on. */
export const savingData =
  (before: Act): Act =>
  async (page) => {
    await choose('data-saver', before)(page);
    const settings = playerOf(page).locator('[part=settings]');
    if ((await settings.getByRole('menu').count()) === 0) await settings.getByRole('button').click();
    await settings.locator('[data-key="data-saver"]').waitFor();
    await hover(page);
  };

/** The video plays at double speed while the mouse is pressed. */
export const held =
  (before: Act): Act =>
  async (page) => {
    await before(page);
    await playerOf(page).evaluate((player: JetPlayer) => player.play());
    await hover(page);
    await page.mouse.down();
    await page.waitForFunction(() => document.querySelector('jet-player')!.playbackRate === 2);
    await playerOf(page).locator('[part~=notice]').waitFor();
  };

/** The sleep timer of an audio player runs. */
export async function sleeping(page: Page): Promise<void> {
  await choose('sleep', (opened) => pausedAt(opened))(page);
  await playerOf(page).locator('[part=settings]').getByRole('menuitemradio').nth(1).click();
  await playerOf(page).locator('[part=sleep]').waitFor();
  await page.keyboard.press('Escape');
}

/** The video is in a picture-in-picture window. */
export async function inWindow(page: Page): Promise<void> {
  await paused(page);
  await playerOf(page).locator('[part=pip]').click();
  await playerOf(page).locator('[part=pip-status]').waitFor();
}
