import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import type { Answer } from '../../support/world.js';
import { wide, wideUnless } from '../../support/wide.js';
import { builds, pageUrl, playerPage, type Build } from './builds.js';
import { createLiveMpd, createMpd } from './manifests/dash.js';
import { expect, test } from './hostile-fixtures.js';

const playlist = '/media/cmaf/master.m3u8';
const presentations: Readonly<Record<string, () => string>> = { '/presentation.mpd': () => createMpd(), '/channel.mpd': createLiveMpd() };

/**
 * The URLs of one live channel, a different one for each player. Each player is removed twelve milliseconds later after the start of an
 * update than the previous one.
 */
const liveUrls = Array.from({ length: 24 }, (_, index) => `/channel-${index}.mpd`);

const mpdAnswer = (body: () => string): Answer => ({ type: 'application/dash+xml', body: body });

/** Opens a page that defines the player and contains none. */
async function openPage(page: Page, stage: (files: Record<string, Answer>) => void, build: Build): Promise<void> {
  const files = {
    ...presentations,
    ...Object.fromEntries(
      liveUrls.map((path) => [path, createLiveMpd('<UTCTiming schemeIdUri="urn:mpeg:dash:utc:direct:2014" value="2026-01-01T00:00:00Z"/>')])
    )
  };
  const { body, type } = playerPage(build, { name: '', catalogueRow: '', src: '', files: {} });
  const markup = String(body).replace(/<jet-player.*<\/jet-player>/, '');
  stage({
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, mpdAnswer(text)])),
    [pageUrl]: { type, body: markup }
  });
  await page.goto(pageUrl);
  await page.waitForFunction(() => customElements.get('jet-player'));
}

/**
 * Plays a source repeatedly, and removes the player during the first change of its state, then during the second change, and so on.
 * Resolves to the number of the change at which playback had started. Runs in the page.
 */
async function removeAtEachChange(src: string): Promise<number> {
  for (let changeNumber = 1; ; changeNumber++) {
    const element = document.createElement('jet-player') as JetPlayer;
    Object.assign(element, { muted: true, autoplay: true, src });
    const hasPlayed = await new Promise<boolean>((resolve) => {
      let count = 0;
      const subscriptions = new AbortController();
      const removePlayer = (playing: boolean) => {
        subscriptions.abort();
        element.remove();
        resolve(playing);
      };
      element.addEventListener('timeupdate', () => element.currentTime > 0 && removePlayer(true), subscriptions);
      document.body.append(element);
      const subscribe = () => {
        if (element.player) element.player.state.subscribe(() => ++count === changeNumber && removePlayer(false), subscriptions.signal);
        else requestAnimationFrame(subscribe);
      };
      subscribe();
    });
    if (hasPlayed) return changeNumber;
  }
}

/** Removes each player while it reads the second manifest of its channel. Runs in the page. */
async function removeInAnUpdate(sources: readonly string[]): Promise<void> {
  const removals = sources.map(async (src, index) => {
    const element = document.createElement('jet-player') as JetPlayer;
    Object.assign(element, { muted: true, autoplay: true, src });
    element.setAttribute('nocontrols', '');
    document.body.append(element);
    await new Promise<void>((resolve) => {
      const observer = new PerformanceObserver(() => {
        if (performance.getEntriesByName(new URL(src, location.href).href).length < 2) return;
        observer.disconnect();
        const readStart = performance.now();
        const wait = () => (performance.now() - readStart >= index * 12 ? resolve() : void channel.port2.postMessage(null));
        const channel = new MessageChannel();
        channel.port1.onmessage = wait;
        wait();
      });
      observer.observe({ type: 'resource', buffered: true });
    });
    element.remove();
  });
  await Promise.all(removals);
  // The next update would be requested within this time, so the rest of an interrupted update has ended.
  await new Promise((resolve) => setTimeout(resolve, 1500));
}

for (const build of builds) {
  for (const src of [playlist, ...Object.keys(presentations)]) {
    test(
      `${build.name}: removing the player at any change of its state causes no exception: ${src}`,
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
  test(`${build.name}: removing the player while it reads an updated MPD causes no exception`, wide, async ({ page, world, problems }) => {
    await openPage(page, (files) => world.stage(files), build);
    for (let index = 0; index < liveUrls.length; index += 8) await page.evaluate(removeInAnUpdate, liveUrls.slice(index, index + 8));
    expect(problems).toEqual([]);
  });
}
