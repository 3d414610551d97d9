import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import type { Answer } from '../../support/world.js';
import { wide, wideUnless } from '../../support/wide.js';
import { builds, pageAddress, pageOf, type Build } from './builds.js';
import { live, mpd } from './manifests/dash.js';
import { expect, test } from './hostile-fixtures.js';

const playlist = '/media/cmaf/master.m3u8';
const presentations: Readonly<Record<string, () => string>> = { '/presentation.mpd': () => mpd(), '/channel.mpd': live() };

/**
 * The URLs of the players of one live channel, one for each. Each player is removed twelve milliseconds later in an update than the
 * one before.
 */
const channels = Array.from({ length: 24 }, (_, index) => `/channel-${index}.mpd`);

const respond = (body: () => string): Answer => ({ type: 'application/dash+xml', body: body });

/** Opens a page that defines the player and contains none. */
async function openPage(page: Page, stage: (files: Record<string, Answer>) => void, build: Build): Promise<void> {
  const files = {
    ...presentations,
    ...Object.fromEntries(
      channels.map((path) => [path, live('<UTCTiming schemeIdUri="urn:mpeg:dash:utc:direct:2014" value="2026-01-01T00:00:00Z"/>')])
    )
  };
  const { body, type } = pageOf(build, { name: '', row: '', src: '', files: {} });
  const markup = String(body).replace(/<jet-player.*<\/jet-player>/, '');
  stage({
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, respond(text)])),
    [pageAddress]: { type, body: markup }
  });
  await page.goto(pageAddress);
  await page.waitForFunction(() => customElements.get('jet-player'));
}

/**
 * Plays a source repeatedly, each time one change of state further, and removes the player during that change. Resolves to the number of
 * changes before playback starts. Runs in the page.
 */
async function removeAtEachChange(src: string): Promise<number> {
  for (let last = 1; ; last++) {
    const element = document.createElement('jet-player') as JetPlayer;
    Object.assign(element, { muted: true, autoplay: true, src });
    const plays = await new Promise<boolean>((resolve) => {
      let count = 0;
      const life = new AbortController();
      const end = (playing: boolean) => {
        life.abort();
        element.remove();
        resolve(playing);
      };
      element.addEventListener('timeupdate', () => element.currentTime > 0 && end(true), life);
      document.body.append(element);
      const subscribe = () => {
        if (element.player) element.player.state.subscribe(() => ++count === last && end(false), life.signal);
        else requestAnimationFrame(subscribe);
      };
      subscribe();
    });
    if (plays) return last;
  }
}

/** Removes each player while it reads the second manifest of its channel. Runs in the page. */
async function removeInAnUpdate(sources: readonly string[]): Promise<void> {
  const removed = sources.map(async (src, index) => {
    const element = document.createElement('jet-player') as JetPlayer;
    Object.assign(element, { muted: true, autoplay: true, src });
    element.setAttribute('nocontrols', '');
    document.body.append(element);
    await new Promise<void>((resolve) => {
      const observer = new PerformanceObserver(() => {
        if (performance.getEntriesByName(new URL(src, location.href).href).length < 2) return;
        observer.disconnect();
        const read = performance.now();
        const wait = () => (performance.now() - read >= index * 12 ? resolve() : void channel.port2.postMessage(null));
        const channel = new MessageChannel();
        channel.port1.onmessage = wait;
        wait();
      });
      observer.observe({ type: 'resource', buffered: true });
    });
    element.remove();
  });
  await Promise.all(removed);
  // Any remaining work of an update ends after the time of the next request.
  await new Promise((resolve) => setTimeout(resolve, 1500));
}

for (const build of builds) {
  for (const src of [playlist, ...Object.keys(presentations)]) {
    test(
      `${build.name}: throws nothing when the player is removed at any change of its state: ${src}`,
      wideUnless(src !== '/channel.mpd'),
      async ({ page, world, problems }) => {
        await openPage(page, (files) => world.stage(files), build);
        expect(await page.evaluate(removeAtEachChange, src)).toBeGreaterThan(4);
        expect(problems).toEqual([]);
      }
    );
  }

  // Both builds contain the same engine code.
  if (build !== builds[0]) continue;
  test(
    `${build.name}: throws nothing when the player is removed while it reads an updated MPD`,
    wide,
    async ({ page, world, problems }) => {
      await openPage(page, (files) => world.stage(files), build);
      for (let at = 0; at < channels.length; at += 8) await page.evaluate(removeInAnUpdate, channels.slice(at, at + 8));
      expect(problems).toEqual([]);
    }
  );
}
