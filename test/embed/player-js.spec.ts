import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { embedSite, expect, parentPage, parentUrl, mediaOrigin, openParentPage, pageOrigin, test } from './embed-fixtures.js';
import { wideUnless } from '../support/wide.js';

/** The published client of player.js, which has no types. */
interface Client {
  on(event: string, callback: (value: unknown) => void): void;
  off(event: string): void;
  supports(kind: 'method' | 'event', names: string | string[]): boolean;
}
declare const playerjs: { Player: new (iframe: Element) => Client };
declare global {
  interface Window {
    client: Client;
    events: Record<string, unknown[]>;
  }
}

const clientFile = readFileSync(createRequire(import.meta.url).resolve('player.js/dist/player-0.1.0.js'));
const eventNames = ['ready', 'progress', 'timeupdate', 'play', 'pause', 'ended', 'error'];

/** Calls a getter of the client, and returns the value that it calls back with. */
const getValue = (page: Page, method: string): Promise<unknown> =>
  page.evaluate(
    (name) =>
      new Promise<unknown>((resolve) =>
        (window.client as unknown as Record<string, (callback: (value: unknown) => void) => void>)[name]!(resolve)
      ),
    method
  );
const callMethod = (page: Page, method: string, value?: unknown) =>
  page.evaluate(({ method, value }) => (window.client as unknown as Record<string, (value: unknown) => void>)[method]!(value), {
    method,
    value
  });
const eventCount = (page: Page, event: string) => page.evaluate((name) => window.events[name]!.length, event);
const waitForEvent = (page: Page, event: string) => expect.poll(() => eventCount(page, event), { timeout: 45_000 }).toBeGreaterThan(0);
const waitForValue = (page: Page, method: string, value: unknown) =>
  expect.poll(() => getValue(page, method), { timeout: 30_000 }).toEqual(value);

/** Opens the parent page, and creates the client on its frame before or after the frame has loaded. */
async function open(page: Page, when: 'before' | 'after'): Promise<void> {
  const createClient = (names: string[]) => {
    const iframe = document.querySelector('iframe')!;
    window.events = Object.fromEntries(names.map((name) => [name, []]));
    window.client = new playerjs.Player(iframe);
    for (const name of names) window.client.on(name, (value) => window.events[name]!.push(value));
  };
  if (when === 'before')
    await page.addInitScript(
      `addEventListener('DOMContentLoaded', () => typeof playerjs === 'object' && (${String(createClient)})(${JSON.stringify(eventNames)}))`
    );
  await openParentPage(page);
  if (when === 'after') await page.evaluate(createClient, eventNames);
  await waitForEvent(page, 'ready');
}

const parentPageWithClient = (src: string) =>
  parentPage({ src: `${mediaOrigin}${src}`, muted: '' }, { tier: 'standard', extra: '<script src="/client.js"></script>' });

for (const when of ['before', 'after'] as const) {
  test(
    `a player.js client that is created ${when} the frame has loaded controls the embed and receives its events`,
    wideUnless(when === 'before'),
    async ({ page, world }) => {
      world.stage({
        ...embedSite(),
        [`${pageOrigin}/client.js`]: { type: 'text/javascript', body: clientFile },
        [parentUrl]: parentPageWithClient('/media/cmaf/master.m3u8')
      });
      await open(page, when);
      expect(
        await page.evaluate(() => [
          window.client.supports('method', ['play', 'setVolume', 'getLoop']),
          window.client.supports('event', ['ended', 'progress'])
        ])
      ).toEqual([true, true]);

      expect(await getValue(page, 'getPaused')).toBe(true);
      await callMethod(page, 'play');
      await waitForEvent(page, 'play');
      await waitForEvent(page, 'timeupdate');
      await waitForEvent(page, 'progress');
      await waitForValue(page, 'getPaused', false);
      expect(Math.round((await getValue(page, 'getDuration')) as number)).toBe(64);
      const [firstUpdate] = await page.evaluate(() => window.events['timeupdate']! as { seconds: number; duration: number }[]);
      expect(firstUpdate!.seconds).toBeGreaterThanOrEqual(0);
      expect(Math.round(firstUpdate!.duration)).toBe(64);

      await callMethod(page, 'pause');
      await waitForEvent(page, 'pause');
      await waitForValue(page, 'getPaused', true);

      await callMethod(page, 'setVolume', 40);
      await waitForValue(page, 'getVolume', 40);
      expect(await getValue(page, 'getMuted')).toBe(true);
      await callMethod(page, 'unmute');
      await waitForValue(page, 'getMuted', false);
      await callMethod(page, 'mute');
      await waitForValue(page, 'getMuted', true);

      expect(await getValue(page, 'getLoop')).toBe(false);
      await callMethod(page, 'setLoop', true);
      await waitForValue(page, 'getLoop', true);
      await callMethod(page, 'setLoop', false);
      await waitForValue(page, 'getLoop', false);

      await callMethod(page, 'setCurrentTime', 62);
      await waitForValue(page, 'getCurrentTime', 62);
      await callMethod(page, 'play');
      await waitForEvent(page, 'ended');
      expect(await eventCount(page, 'error')).toBe(0);
    }
  );
}

test('the embed plays from the position that a player.js client sets together with play', async ({ page, world }) => {
  world.stage({
    ...embedSite(),
    [`${pageOrigin}/client.js`]: { type: 'text/javascript', body: clientFile },
    [parentUrl]: parentPageWithClient('/media/cmaf/master.m3u8')
  });
  await open(page, 'after');
  await page.evaluate(() => {
    const client = window.client as unknown as { play(): void; setCurrentTime(seconds: number): void };
    client.play();
    client.setCurrentTime(30);
  });
  await expect.poll(() => getValue(page, 'getCurrentTime'), { timeout: 30_000 }).toBeGreaterThan(30);
  await expect
    .poll(() => page.evaluate(() => window.events['timeupdate']!.map((value) => (value as { seconds: number }).seconds)))
    .not.toEqual([]);
  const seconds = await page.evaluate(() => window.events['timeupdate']!.map((value) => (value as { seconds: number }).seconds));
  // On a slow machine the second command may arrive just after the first was carried out.
  expect(seconds.filter((position) => position > 5 && position < 30)).toEqual([]);
});

test('the embed sends a player.js client no more timeupdate events after the client has removed its listener', async ({ page, world }) => {
  world.stage({
    ...embedSite(),
    [`${pageOrigin}/client.js`]: { type: 'text/javascript', body: clientFile },
    [parentUrl]: parentPageWithClient('/media/film.mp4')
  });
  await open(page, 'after');
  await callMethod(page, 'play');
  await waitForEvent(page, 'timeupdate');
  await page.evaluate(() => window.client.off('timeupdate'));
  await waitForValue(page, 'getPaused', false);
  const countBefore = await eventCount(page, 'timeupdate');
  const time = (await getValue(page, 'getCurrentTime')) as number;
  await expect.poll(() => getValue(page, 'getCurrentTime'), { timeout: 30_000 }).toBeGreaterThan(time + 1);
  expect(await eventCount(page, 'timeupdate')).toBe(countBefore);
});

test('the embed reports an error to a player.js client with the code and the message of player.js', async ({ page, world }) => {
  world.stage({
    ...embedSite(),
    [`${pageOrigin}/client.js`]: { type: 'text/javascript', body: clientFile },
    [parentUrl]: parentPageWithClient('/media/none.m3u8')
  });
  await open(page, 'after');
  await callMethod(page, 'play');
  await waitForEvent(page, 'error');
  expect(await page.evaluate(() => window.events['error'])).toEqual([{ code: -1, msg: 'source/not-found' }]);
});
