import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { embedSite, expect, parentPage, parentAddress, mediaOrigin, openParentPage, pageOrigin, test } from './embed-fixtures.js';
import { wideUnless } from '../support/wide.js';

/** The client as its authors publish it, from before modules and types. */
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
const names = ['ready', 'progress', 'timeupdate', 'play', 'pause', 'ended', 'error'];

const ask = (page: Page, method: string): Promise<unknown> =>
  page.evaluate(
    (name) =>
      new Promise<unknown>((resolve) =>
        (window.client as unknown as Record<string, (callback: (value: unknown) => void) => void>)[name]!(resolve)
      ),
    method
  );
const tell = (page: Page, method: string, value?: unknown) =>
  page.evaluate(({ method, value }) => (window.client as unknown as Record<string, (value: unknown) => void>)[method]!(value), {
    method,
    value
  });
const counted = (page: Page, event: string) => page.evaluate((name) => window.events[name]!.length, event);
const happens = (page: Page, event: string) => expect.poll(() => counted(page, event), { timeout: 45_000 }).toBeGreaterThan(0);
const becomes = (page: Page, method: string, value: unknown) => expect.poll(() => ask(page, method), { timeout: 30_000 }).toEqual(value);

/** Opens the parent page with the client on its frame; `when` is before or after the frame has loaded. */
async function open(page: Page, when: 'before' | 'after'): Promise<void> {
  const start = (list: string[]) => {
    const iframe = document.querySelector('iframe')!;
    window.events = Object.fromEntries(list.map((name) => [name, []]));
    window.client = new playerjs.Player(iframe);
    for (const name of list) window.client.on(name, (value) => window.events[name]!.push(value));
  };
  if (when === 'before')
    await page.addInitScript(
      `addEventListener('DOMContentLoaded', () => typeof playerjs === 'object' && (${String(start)})(${JSON.stringify(names)}))`
    );
  await openParentPage(page);
  if (when === 'after') await page.evaluate(start, names);
  await happens(page, 'ready');
}

const withClient = (src: string) =>
  parentPage({ src: `${mediaOrigin}${src}`, muted: '' }, { tier: 'standard', extra: '<script src="/client.js"></script>' });

for (const when of ['before', 'after'] as const) {
  test(
    `the client's own calls and events all work, made ${when} the frame has loaded`,
    wideUnless(when === 'before'),
    async ({ page, world }) => {
      world.stage({
        ...embedSite(),
        [`${pageOrigin}/client.js`]: { type: 'text/javascript', body: clientFile },
        [parentAddress]: withClient('/media/cmaf/master.m3u8')
      });
      await open(page, when);
      expect(
        await page.evaluate(() => [
          window.client.supports('method', ['play', 'setVolume', 'getLoop']),
          window.client.supports('event', ['ended', 'progress'])
        ])
      ).toEqual([true, true]);

      expect(await ask(page, 'getPaused')).toBe(true);
      await tell(page, 'play');
      await happens(page, 'play');
      await happens(page, 'timeupdate');
      await happens(page, 'progress');
      await becomes(page, 'getPaused', false);
      expect(Math.round((await ask(page, 'getDuration')) as number)).toBe(64);
      const [first] = await page.evaluate(() => window.events['timeupdate']! as { seconds: number; duration: number }[]);
      expect(first!.seconds).toBeGreaterThanOrEqual(0);
      expect(Math.round(first!.duration)).toBe(64);

      await tell(page, 'pause');
      await happens(page, 'pause');
      await becomes(page, 'getPaused', true);

      await tell(page, 'setVolume', 40);
      await becomes(page, 'getVolume', 40);
      expect(await ask(page, 'getMuted')).toBe(true);
      await tell(page, 'unmute');
      await becomes(page, 'getMuted', false);
      await tell(page, 'mute');
      await becomes(page, 'getMuted', true);

      expect(await ask(page, 'getLoop')).toBe(false);
      await tell(page, 'setLoop', true);
      await becomes(page, 'getLoop', true);
      await tell(page, 'setLoop', false);
      await becomes(page, 'getLoop', false);

      await tell(page, 'setCurrentTime', 62);
      await becomes(page, 'getCurrentTime', 62);
      await tell(page, 'play');
      await happens(page, 'ended');
      expect(await counted(page, 'error')).toBe(0);
    }
  );
}

test('the player starts at a position when a player.js client sets it together with play', async ({ page, world }) => {
  world.stage({
    ...embedSite(),
    [`${pageOrigin}/client.js`]: { type: 'text/javascript', body: clientFile },
    [parentAddress]: withClient('/media/cmaf/master.m3u8')
  });
  await open(page, 'after');
  await page.evaluate(() => {
    const client = window.client as unknown as { play(): void; setCurrentTime(seconds: number): void };
    client.play();
    client.setCurrentTime(30);
  });
  await expect.poll(() => ask(page, 'getCurrentTime'), { timeout: 30_000 }).toBeGreaterThan(30);
  await expect
    .poll(() => page.evaluate(() => window.events['timeupdate']!.map((value) => (value as { seconds: number }).seconds)))
    .not.toEqual([]);
  const seconds = await page.evaluate(() => window.events['timeupdate']!.map((value) => (value as { seconds: number }).seconds));
  // On a slow machine the second command may arrive just after the first was carried out.
  expect(seconds.filter((at) => at > 5 && at < 30)).toEqual([]);
});

test('the player sends a player.js client no event when its listener was removed', async ({ page, world }) => {
  world.stage({
    ...embedSite(),
    [`${pageOrigin}/client.js`]: { type: 'text/javascript', body: clientFile },
    [parentAddress]: withClient('/media/film.mp4')
  });
  await open(page, 'after');
  await tell(page, 'play');
  await happens(page, 'timeupdate');
  await page.evaluate(() => window.client.off('timeupdate'));
  await becomes(page, 'getPaused', false);
  const before = await counted(page, 'timeupdate');
  const time = (await ask(page, 'getCurrentTime')) as number;
  await expect.poll(() => ask(page, 'getCurrentTime'), { timeout: 30_000 }).toBeGreaterThan(time + 1);
  expect(await counted(page, 'timeupdate')).toBe(before);
});

test('the player reports an error to a player.js client with a code and its name', async ({ page, world }) => {
  world.stage({
    ...embedSite(),
    [`${pageOrigin}/client.js`]: { type: 'text/javascript', body: clientFile },
    [parentAddress]: withClient('/media/none.m3u8')
  });
  await open(page, 'after');
  await tell(page, 'play');
  await happens(page, 'error');
  expect(await page.evaluate(() => window.events['error'])).toEqual([{ code: -1, msg: 'source/not-found' }]);
});
