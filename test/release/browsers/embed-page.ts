import { expect } from 'vitest';
import { parentUrl } from '../../embed/site.js';
import type { Tab } from '../../support/browsers/driver.mjs';
import type { CheckSetup } from './check-setup.js';
import { playbackState } from '../../embed/playback-state.js';

/** Opens the page with the embed snippet, and returns it once the script in its frame has run. */
export async function openEmbed(setup: CheckSetup): Promise<Tab> {
  const tab = await setup.open(parentUrl);
  const ready = () =>
    tab.inFrame(() => Boolean(document.querySelector('.refused') ?? document.querySelector('jet-player')?.hasAttribute('src')));
  // The document of the frame loads after that of the page.
  await expect.poll(() => ready().catch(() => false), { timeout: 30_000 }).toBe(true);
  return tab;
}

/** Returns the state of the video in the frame. */
export const readVideo = (tab: Tab) => tab.inFrame(playbackState);

/** Waits until the frame has played past a time in seconds. */
export const waitUntilPlayedPast = (tab: Tab, seconds: number) =>
  expect.poll(async () => (await readVideo(tab)).time, { timeout: 45_000, interval: 100 }).toBeGreaterThan(seconds);

/** Clicks the button of the player that has this part, at its center, as a viewer does. */
export async function clickPart(tab: Tab, part: string): Promise<void> {
  const find = (name: string) => {
    const rect = document.querySelector('jet-player')?.shadowRoot?.querySelector(`button[part~="${name}"]`)?.getBoundingClientRect();
    return rect ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 } : null;
  };
  await expect.poll(() => tab.inFrame(find, part), { timeout: 30_000 }).not.toBeNull();
  const center = (await tab.inFrame(find, part))!;
  const frame = await tab.evaluate(() => {
    const { x, y } = document.querySelector('iframe')!.getBoundingClientRect();
    return { x, y };
  });
  await tab.click(Math.round(frame.x + center.x), Math.round(frame.y + center.y));
}
