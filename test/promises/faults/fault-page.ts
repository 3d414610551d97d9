import { expect, type Browser, type Page } from '@playwright/test';
import type { Player } from '../../../src/media/index.js';

declare global {
  interface Window {
    player?: Player;
    video: HTMLVideoElement;
  }
}

let runs = 0;

export type Protocol = 'hls' | 'dash';

/** One run of a plan on the fault server: its manifest URLs, and its switch. */
export function startRun(server: string, plan: string) {
  const base = `${server}/fault/${plan}@c${process.pid}-${runs++}`;
  return {
    onDemand: (protocol: Protocol) => `${base}/media/cmaf/${protocol === 'hls' ? 'master.m3u8' : 'manifest.mpd'}`,
    channel: (protocol: Protocol, query = '') => `${base}/live/${protocol}/${protocol === 'hls' ? 'master.m3u8' : 'manifest.mpd'}${query}`,
    turn: async (how: 'on' | 'off') => void (await fetch(`${base}/!${how}`)),
    requests: async () => ((await (await fetch(`${base}/!report`)).json()) as { requests: number }).requests,
    end: async () => void (await fetch(`${base}/!end`))
  };
}

/** A page with a player that plays the first of `sources`; `fresh` is the page's response when a URL is refused. */
export async function openCinema(browser: Browser, server: string, sources: readonly string[], fresh?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.on('pageerror', (error) => expect.soft(String(error), 'an exception in the page').toBe(''));
  await page.goto(`${server}/page.html`);
  await page.evaluate(
    async ({ sources, fresh }) => {
      const address = '/dist/media.js';
      const { createPlayer } = (await import(address)) as typeof import('../../../src/media/index.js');
      const video = (window.video = Object.assign(document.createElement('video'), { muted: true, autoplay: true, width: 320 }));
      document.body.append(video);
      const settings = () => (fresh === undefined ? {} : { refreshSource: () => Promise.resolve(fresh) });
      const player = (window.player = createPlayer({ video, settings }));
      player.load(sources.map((src) => ({ src })));
      await player.playback.play();
    },
    { sources, fresh }
  );
  return page;
}

/** Waits until playback has advanced by a second. */
export async function moves(page: Page, timeout = 30_000): Promise<void> {
  const before = await page.evaluate(() => window.video.currentTime);
  await expect.poll(() => page.evaluate(() => window.video.currentTime), { timeout }).not.toBeCloseTo(before, 0);
}

/** Waits until the video plays beyond a time, in seconds. */
export const reaches = (page: Page, seconds: number, timeout = 40_000) =>
  expect.poll(() => page.evaluate(() => !window.video.seeking && window.video.currentTime), { timeout }).toBeGreaterThan(seconds);
