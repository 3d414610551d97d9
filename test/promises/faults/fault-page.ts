import { expect, type Browser, type Page } from '@playwright/test';
import type { Player } from '../../../src/media/index.js';

declare global {
  interface Window {
    player?: Player;
    video: HTMLVideoElement;
  }
}

let runCount = 0;

export type Protocol = 'hls' | 'dash';

/** Starts a run of a plan on the fault server; returns its manifest URLs, its switch and its count of requests. */
export function startRun(server: string, plan: string) {
  const base = `${server}/fault/${plan}@c${process.pid}-${runCount++}`;
  return {
    onDemandUrl: (protocol: Protocol) => `${base}/media/cmaf/${protocol === 'hls' ? 'master.m3u8' : 'manifest.mpd'}`,
    liveUrl: (protocol: Protocol, query = '') => `${base}/live/${protocol}/${protocol === 'hls' ? 'master.m3u8' : 'manifest.mpd'}${query}`,
    turnFault: async (state: 'on' | 'off') => void (await fetch(`${base}/!${state}`)),
    countRequests: async () => ((await (await fetch(`${base}/!report`)).json()) as { requestCount: number }).requestCount,
    end: async () => void (await fetch(`${base}/!end`))
  };
}

/** Opens a page with a player that plays the first of `sources`; `refreshedUrl` is the result of the page's `refreshSource`. */
export async function openPlayerPage(browser: Browser, server: string, sources: readonly string[], refreshedUrl?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.on('pageerror', (error) => expect.soft(String(error), 'an exception in the page').toBe(''));
  await page.goto(`${server}/page.html`);
  await page.evaluate(
    async ({ sources, refreshedUrl }) => {
      const moduleUrl = '/dist/media.js';
      const { createPlayer } = (await import(moduleUrl)) as typeof import('../../../src/media/index.js');
      const video = (window.video = Object.assign(document.createElement('video'), { muted: true, autoplay: true, width: 320 }));
      document.body.append(video);
      const settings = () => (refreshedUrl === undefined ? {} : { refreshSource: () => Promise.resolve(refreshedUrl) });
      const player = (window.player = createPlayer({ video, settings }));
      player.load(sources.map((src) => ({ src })));
      await player.playback.play();
    },
    { sources, refreshedUrl }
  );
  return page;
}

/** Waits until playback has advanced by a second. */
export async function untilPlaybackAdvances(page: Page, timeout = 30_000): Promise<void> {
  const before = await page.evaluate(() => window.video.currentTime);
  await expect.poll(() => page.evaluate(() => window.video.currentTime), { timeout }).not.toBeCloseTo(before, 0);
}

/** Waits until the video plays beyond a time, in seconds. */
export const untilPlaybackPasses = (page: Page, seconds: number, timeout = 40_000) =>
  expect.poll(() => page.evaluate(() => !window.video.seeking && window.video.currentTime), { timeout }).toBeGreaterThan(seconds);
