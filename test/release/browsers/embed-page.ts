import { expect } from 'vitest';
import { parentUrl } from '../../embed/site.js';
import type { Tab } from '../../support/browsers/driver.mjs';
import type { Setting } from './setting.js';
import { playbackState } from '../../embed/playback-state.js';

/** Opens the page with the snippet, and returns it once the script in its frame has run. */
export async function openEmbed(here: Setting): Promise<Tab> {
  const tab = await here.open(parentUrl);
  const ready = () =>
    tab.inFrame(() => Boolean(document.querySelector('.refused') ?? document.querySelector('jet-player')?.hasAttribute('src')));
  // The frame's own document loads slightly after the page's.
  await expect.poll(() => ready().catch(() => false), { timeout: 30_000 }).toBe(true);
  return tab;
}

/** The state of the video in the frame. */
export const read = (tab: Tab) => tab.inFrame(playbackState);

/** Waits until the frame has played past a time in seconds. */
export const playsPast = (tab: Tab, seconds: number) =>
  expect.poll(async () => (await read(tab)).time, { timeout: 45_000, interval: 100 }).toBeGreaterThan(seconds);

/** Presses a button of the player as a viewer does, by its part. */
export async function press(tab: Tab, part: string): Promise<void> {
  const find = (name: string) => {
    const box = document.querySelector('jet-player')?.shadowRoot?.querySelector(`button[part~="${name}"]`)?.getBoundingClientRect();
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  };
  await expect.poll(() => tab.inFrame(find, part), { timeout: 30_000 }).not.toBeNull();
  const inside = (await tab.inFrame(find, part))!;
  const frame = await tab.evaluate(() => {
    const { x, y } = document.querySelector('iframe')!.getBoundingClientRect();
    return { x, y };
  });
  await tab.click(Math.round(frame.x + inside.x), Math.round(frame.y + inside.y));
}
