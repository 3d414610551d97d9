import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../src/index.js';
import { castButton, pressCastAndAllow, castFrom, expect, open, readState, site, castStatus, test } from './cast-fixtures.js';
import { wideUnless } from '../support/wide.js';

/** Runs a function with the fake receiver in the page, and returns its result. */
const onReceiver = <T>(page: Page, readReceiver: (receiver: Window['receiver']) => T): Promise<T> =>
  page.evaluate(`(${readReceiver.toString()})(window.receiver)`);

/** Runs commands of the player in the page. */
const runCommand = (page: Page, run: (player: NonNullable<JetPlayer['player']>) => void): Promise<void> =>
  page.evaluate(`(${run.toString()})(document.querySelector('jet-player').player)`);

test("the player sends every command to the receiver and shows the receiver's state when it is connected", async ({
  page,
  world,
  problems
}) => {
  await open(page, world);
  await page.evaluate(() => {
    const eventTypes: string[] = [];
    Object.assign(window, { eventTypes });
    for (const type of ['play', 'pause', 'timeupdate', 'volumechange', 'seeked'])
      document.querySelector('jet-player')!.addEventListener(type, () => eventTypes.push(type));
  });
  await castFrom(page, 12);
  expect(
    await onReceiver(page, ({ options, media, paused }) => ({
      options,
      url: media!.contentId,
      type: media!.contentType,
      title: media!.metadata.title,
      paused
    }))
  ).toEqual({
    options: { receiverApplicationId: 'CC1AD845', autoJoinPolicy: 'page_scoped', resumeSavedSession: false },
    url: `${site}/media/cmaf/master.m3u8`,
    type: 'application/x-mpegurl',
    title: 'A day on the delta',
    paused: true
  });
  expect(await onReceiver(page, ({ position }) => position)).toBe(12);
  expect(await readState(page)).toMatchObject({ device: 'Living room', time: 12, duration: 64, paused: true, reportedCast: 'connected' });
  await expect(page.getByText('Playing on Living room')).toHaveCount(1);

  // A button, a key, a page script and a command have the same effect.
  await page.getByRole('button', { name: 'Play', exact: true }).last().click();
  await expect.poll(() => onReceiver(page, ({ paused }) => paused)).toBe(false);
  await expect.poll(async () => (await readState(page)).paused).toBe(false);
  expect((await readState(page)).local).toEqual({ time: 12, paused: true });
  await expect.poll(async () => (await readState(page)).time).toBeGreaterThan(12.4);
  await page.keyboard.press('k');
  await expect.poll(() => onReceiver(page, ({ paused }) => paused)).toBe(true);
  await page.evaluate(() => void (document.querySelector<JetPlayer>('jet-player')!.currentTime = 40));
  await expect.poll(async () => (await readState(page)).time).toBe(40);
  expect(await onReceiver(page, ({ position, log }) => [position, log.filter((line) => line.startsWith('seek'))])).toEqual([
    40,
    ['seek 40']
  ]);
  await runCommand(page, (player) => player.time.skip(-10));
  await expect.poll(() => onReceiver(page, ({ position }) => position)).toBe(30);
  await runCommand(page, (player) => player.volume.setLevel(0.25));
  await expect.poll(() => onReceiver(page, ({ volume }) => volume)).toBe(0.25);
  await page.keyboard.press('m');
  await expect.poll(() => onReceiver(page, ({ muted }) => muted)).toBe(true);
  await expect.poll(async () => (await readState(page)).element).toEqual({ currentTime: 30, paused: true, muted: true });

  await runCommand(page, (player) =>
    player.captions.choose(player.state.current.captions.tracks.find(({ language }) => language === 'nl')!.id)
  );
  await expect.poll(async () => (await readState(page)).captions).toBe('nl');
  await runCommand(page, (player) => player.audio.choose('11'));
  await expect.poll(async () => (await readState(page)).audio).toBe('nl');
  expect(await onReceiver(page, ({ activeTrackIds }) => [...activeTrackIds].sort())).toEqual([11, 21]);
  await runCommand(page, (player) => player.captions.choose(null));
  await expect.poll(() => onReceiver(page, ({ activeTrackIds }) => activeTrackIds)).toEqual([11]);

  // The viewer presses play on the receiver's own remote control.
  await onReceiver(page, (receiver) => receiver.pressRemote('play'));
  await expect.poll(async () => (await readState(page)).paused).toBe(false);
  await expect.poll(async () => (await readState(page)).time).toBeGreaterThan(30);

  await page.getByRole('button', { name: 'Stop casting' }).click();
  await expect.poll(() => castStatus(page)).toBe('off');
  const stateAfterCasting = await readState(page);
  expect(stateAfterCasting.local.time).toBeGreaterThanOrEqual(30);
  expect(stateAfterCasting).toMatchObject({ problem: null, muted: true, reportedCast: 'allowed' });
  // The engine reports the audio track after it has switched.
  await expect.poll(async () => (await readState(page)).audio).toBe('nl');
  // It was playing on the receiver, so it plays here.
  await expect.poll(async () => (await readState(page)).local.paused).toBe(false);
  await expect.poll(async () => (await readState(page)).local.time).toBeGreaterThan(stateAfterCasting.local.time);
  expect(await onReceiver(page, ({ log }) => log.at(-1))).toBe('end true');
  const eventTypes = await page.evaluate(() => (window as unknown as { eventTypes: string[] }).eventTypes);
  for (const type of ['play', 'pause', 'timeupdate', 'volumechange', 'seeked']) expect(eventTypes).toContain(type);
  expect(problems).toEqual([]);
});

test('the player keeps the video at its position and notifies the viewer when the receiver disconnects', async ({
  page,
  world,
  problems
}) => {
  await open(page, world);
  await castFrom(page, 20);
  await runCommand(page, (player) => void player.playback.play());
  await expect.poll(async () => (await readState(page)).time).toBeGreaterThan(20.4);
  await onReceiver(page, (receiver) => receiver.switchOff());
  await expect.poll(() => castStatus(page)).toBe('off');
  const state = await readState(page);
  expect(state.problem).toBe('lost');
  expect(state.local.time).toBeGreaterThan(20.4);
  expect(state.local.paused).toBe(true);
  await page.getByText('The connection to the device was lost.').first().waitFor();
  // Commands apply to the page's video again.
  await runCommand(page, (player) => player.time.seek(5));
  await expect.poll(async () => (await readState(page)).local.time).toBe(5);
  expect(problems).toEqual([]);
});

test('the player ends the session and removes the script when consent is withdrawn', async ({ page, world, problems }) => {
  await open(page, world);
  await castFrom(page, 8);
  await page.getByRole('button', { name: 'Privacy' }).click();
  await page.evaluate(() => Object.assign(window, { lastReceiver: window.receiver }));
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect.poll(() => castStatus(page)).toBe('off');
  await expect(page.locator('jet-dialog[open]')).toContainText(/Casting\s*Off/);
  const remains = await page.evaluate(() => ({
    scripts: [...document.scripts].filter(({ src }) => src.includes('gstatic')).length,
    globals: ['cast', '__onGCastApiAvailable'].filter((name) => name in window),
    cast: 'cast' in (window as unknown as { chrome: object }).chrome,
    log: (window as unknown as { lastReceiver: Window['receiver'] }).lastReceiver.log
  }));
  expect(remains).toEqual({ scripts: 0, globals: [], cast: false, log: ['pick', `load ${site}/media/cmaf/master.m3u8`, 'end true'] });
  await expect.poll(async () => (await readState(page)).local.time).toBe(8);
  expect(problems).toEqual([]);
});

test('the player loads a new source on the receiver when the page loads it', async ({ page, world }) => {
  await open(page, world);
  await castFrom(page, 3);
  await page.evaluate(() => document.querySelector('jet-player')!.setAttribute('src', '/media/film.mp4'));
  await expect.poll(() => onReceiver(page, ({ media }) => media?.contentId), { timeout: 30_000 }).toBe(`${site}/media/film.mp4`);
  expect(await onReceiver(page, ({ position, media }) => [position < 3, media!.contentType])).toEqual([true, 'video/mp4']);
});

test('the player reports ended when playback on the receiver ends, and "Play again" plays there again', async ({ page, world }) => {
  await open(page, world);
  await castFrom(page, 60);
  await onReceiver(page, (receiver) => receiver.finish());
  await expect.poll(() => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.ended)).toBe(true);
  await page.getByRole('button', { name: 'Play again' }).first().click();
  await expect.poll(() => onReceiver(page, ({ media, paused }) => media !== undefined && !paused)).toBe(true);
});

test("the player sends the page's caption files to the receiver, and shows the selected captions there", async ({ page, world }) => {
  await open(page, world, {
    src: '/media/film.mp4',
    inside: '<track kind="captions" srclang="nl" label="Nederlands" src="/media/captions/nl.vtt">'
  });
  await runCommand(page, (player) => player.captions.toggle());
  await pressCastAndAllow(page);
  await expect.poll(() => castStatus(page)).toBe('connected');
  expect(await onReceiver(page, ({ media }) => media!.tracks.map(({ trackContentId }) => trackContentId))).toEqual([
    `${site}/media/captions/nl.vtt`
  ]);
  await expect.poll(() => onReceiver(page, ({ activeTrackIds }) => activeTrackIds.includes(21))).toBe(true);
});

test('the player uses a custom receiver when the publisher names one', async ({ page, world }) => {
  await open(page, world, { attributes: 'chromecast cast-receiver="0123ABCD"' });
  await pressCastAndAllow(page);
  await expect.poll(() => castStatus(page)).toBe('connected');
  expect(await onReceiver(page, ({ options }) => options!['receiverApplicationId'])).toBe('0123ABCD');
});

for (const [error, problem] of [
  ['cancel', null],
  ['receiver_unavailable', 'unavailable'],
  ['session_error', 'failed']
] as const) {
  test(
    `the player stays disconnected when the picker fails with "${error}"`,
    wideUnless(error === 'session_error'),
    async ({ page, world }) => {
      await open(page, world);
      await page.evaluate(() => void (document.querySelector<JetPlayer>('jet-player')!.consent = { cast: true } as never));
      await page.evaluate((code) => {
        // The player opens the picker as soon as the framework is loaded, so its result is set when the receiver is created.
        let receiver: Window['receiver'];
        Object.defineProperty(window, 'receiver', {
          get: () => receiver,
          set: (created: Window['receiver']) => (receiver = Object.assign(created, { pickerResult: { error: code } }))
        });
      }, error);
      await page.getByRole('button', { name: 'Cast to a device' }).click();
      await expect.poll(() => onReceiver(page, (receiver) => receiver?.log)).toEqual(['pick']);
      await expect.poll(() => readState(page)).toMatchObject({ status: 'off', problem });
    }
  );
}

test('the player ends the session when it is removed from the page', async ({ page, world }) => {
  await open(page, world);
  await castFrom(page, 3);
  await page.evaluate(() => Object.assign(window, { lastReceiver: window.receiver }));
  await page.evaluate(() => document.querySelector('jet-player')!.remove());
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { lastReceiver: Window['receiver'] }).lastReceiver.log.at(-1)))
    .toBe('end true');
  await expect.poll(() => page.evaluate(() => 'cast' in window)).toBe(false);
});

test('the player sends media keys to the receiver, and keeps the local video at its position', async ({ page, world, problems }) => {
  await page.addInitScript(() => {
    const actionHandlers: Record<string, MediaSessionActionHandler | null> = {};
    Object.assign(window, { actionHandlers });
    navigator.mediaSession.setActionHandler = (action, handler) => void (actionHandlers[action] = handler);
    navigator.mediaSession.setPositionState = (state) => void Object.assign(window, { positionState: state });
  });
  const pressMediaKey = (action: string, details: object = {}) =>
    page.evaluate(
      ([name, more]) =>
        (window as unknown as { actionHandlers: Record<string, (details: object) => void> }).actionHandlers[name]!({
          action: name,
          ...more
        }),
      [action, details] as const
    );
  const receiverPosition = () => onReceiver(page, ({ position }) => position);
  await open(page, world, { attributes: 'chromecast chapters="/media/chapters.vtt"' });
  await runCommand(page, (player) => void player.playback.play());
  await expect.poll(async () => (await readState(page)).local.time).toBeGreaterThan(0.2);
  await runCommand(page, (player) => player.playback.pause());
  const chapterCount = () =>
    page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.state.current.chapters.list.length);
  await expect.poll(chapterCount).toBe(5);
  await castFrom(page, 12);
  await pressMediaKey('seekto', { seekTime: 40 });
  await expect.poll(receiverPosition).toBe(40);
  await pressMediaKey('seekbackward');
  await expect.poll(receiverPosition).toBe(30);
  await pressMediaKey('seekforward', { seekOffset: 5 });
  await expect.poll(receiverPosition).toBe(35);
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { positionState: MediaPositionState }).positionState.position))
    .toBe(35);
  expect(await chapterCount()).toBe(5);
  await pressMediaKey('nexttrack');
  await expect.poll(receiverPosition).toBe(45);
  await pressMediaKey('previoustrack');
  await expect.poll(receiverPosition).toBe(33);
  await pressMediaKey('play');
  await expect.poll(() => onReceiver(page, ({ paused }) => paused)).toBe(false);
  expect((await readState(page)).local).toEqual({ time: 12, paused: true });
  expect(problems).toEqual([]);
});

test('a receiver stops when passages of the video are withdrawn, and none is offered any more', async ({ page, world }) => {
  await open(page, world);
  await castFrom(page, 12);
  await page.locator('jet-player').evaluate((player: JetPlayer) => player.setAttribute('withdrawn', '30-40'));
  await expect.poll(() => castStatus(page)).toBe('off');
  await expect(castButton(page)).toHaveCount(0);
  expect(await onReceiver(page, ({ log }) => log.filter((line) => line.startsWith('load')).length)).toBeLessThanOrEqual(1);
});
