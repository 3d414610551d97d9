import type { JetPlayer } from '../../src/index.js';
import { accept, castFrom, expect, open, read, site, status, test } from './rig.js';

const tv = <T>(page: import('@playwright/test').Page, look: (television: Window['television']) => T): Promise<T> =>
  page.evaluate(`(${look.toString()})(window.television)`);

const told = (page: import('@playwright/test').Page, command: (player: NonNullable<JetPlayer['player']>) => void): Promise<void> =>
  page.evaluate(`(${command.toString()})(document.querySelector('jet-player').player)`);

test('a whole session: every command goes to the device, and what it says is what is shown', async ({ page, world, problems }) => {
  await open(page, world);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    for (const type of ['play', 'pause', 'timeupdate', 'volumechange', 'seeked'])
      document.querySelector('jet-player')!.addEventListener(type, () => seen.push(type));
  });
  await castFrom(page, 12);
  expect(
    await tv(page, ({ options, media, paused }) => ({
      options,
      address: media!.contentId,
      type: media!.contentType,
      title: media!.metadata.title,
      paused
    }))
  ).toEqual({
    options: { receiverApplicationId: 'CC1AD845', autoJoinPolicy: 'page_scoped', resumeSavedSession: false },
    address: `${site}/media/cmaf/master.m3u8`,
    type: 'application/x-mpegurl',
    title: 'A day on the delta',
    paused: true
  });
  expect(await tv(page, ({ position }) => position)).toBe(12);
  expect(await read(page)).toMatchObject({ device: 'Living room', time: 12, duration: 64, paused: true, report: 'connected' });
  await expect(page.getByText('Playing on Living room')).toHaveCount(1);

  // A button, a key, a page's script and a command are the same to it.
  await page.getByRole('button', { name: 'Play', exact: true }).last().click();
  await expect.poll(() => tv(page, ({ paused }) => paused)).toBe(false);
  await expect.poll(async () => (await read(page)).paused).toBe(false);
  expect((await read(page)).here).toEqual({ time: 12, paused: true });
  await expect.poll(async () => (await read(page)).time).toBeGreaterThan(12.4);
  await page.keyboard.press('k');
  await expect.poll(() => tv(page, ({ paused }) => paused)).toBe(true);
  await page.evaluate(() => void (document.querySelector<JetPlayer>('jet-player')!.currentTime = 40));
  await expect.poll(async () => (await read(page)).time).toBe(40);
  expect(await tv(page, ({ position, log }) => [position, log.filter((line) => line.startsWith('seek'))])).toEqual([40, ['seek 40']]);
  await told(page, (player) => player.time.skip(-10));
  await expect.poll(() => tv(page, ({ position }) => position)).toBe(30);
  await told(page, (player) => player.volume.setLevel(0.25));
  await expect.poll(() => tv(page, ({ volume }) => volume)).toBe(0.25);
  await page.keyboard.press('m');
  await expect.poll(() => tv(page, ({ muted }) => muted)).toBe(true);
  await expect.poll(async () => (await read(page)).element).toEqual({ currentTime: 30, paused: true, muted: true });

  await told(page, (player) => player.captions.choose(player.state.current.captions.tracks.find(({ language }) => language === 'nl')!.id));
  await expect.poll(async () => (await read(page)).captions).toBe('nl');
  await told(page, (player) => player.audio.choose('11'));
  await expect.poll(async () => (await read(page)).audio).toBe('nl');
  expect(await tv(page, ({ active }) => [...active].sort())).toEqual([11, 21]);
  await told(page, (player) => player.captions.choose(null));
  await expect.poll(() => tv(page, ({ active }) => active)).toEqual([11]);

  // The television's own remote control.
  await tv(page, (television) => television.press('play'));
  await expect.poll(async () => (await read(page)).paused).toBe(false);
  await expect.poll(async () => (await read(page)).time).toBeGreaterThan(30);

  await page.getByRole('button', { name: 'Stop casting' }).click();
  await expect.poll(() => status(page)).toBe('off');
  const back = await read(page);
  expect(back.here.time).toBeGreaterThanOrEqual(30);
  expect(back).toMatchObject({ problem: null, muted: true, report: 'allowed' });
  // The engine says when it has switched.
  await expect.poll(async () => (await read(page)).audio).toBe('nl');
  // It played there, so it plays here.
  await expect.poll(async () => (await read(page)).here.paused).toBe(false);
  await expect.poll(async () => (await read(page)).here.time).toBeGreaterThan(back.here.time);
  expect(await tv(page, ({ log }) => log.at(-1))).toBe('end true');
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  for (const type of ['play', 'pause', 'timeupdate', 'volumechange', 'seeked']) expect(seen).toContain(type);
  expect(problems).toEqual([]);
});

test('a device that vanishes: the film stands where it was, and the viewer is told', async ({ page, world, problems }) => {
  await open(page, world);
  await castFrom(page, 20);
  await told(page, (player) => void player.playback.play());
  await expect.poll(async () => (await read(page)).time).toBeGreaterThan(20.4);
  await tv(page, (television) => television.vanish());
  await expect.poll(() => status(page)).toBe('off');
  const now = await read(page);
  expect(now.problem).toBe('lost');
  expect(now.here.time).toBeGreaterThan(20.4);
  expect(now.here.paused).toBe(true);
  await page.getByText('The connection to the device was lost.').first().waitFor();
  // Commands are the page's video's again.
  await told(page, (player) => player.time.seek(5));
  await expect.poll(async () => (await read(page)).here.time).toBe(5);
  expect(problems).toEqual([]);
});

test('withdrawing ends the session and takes the script away', async ({ page, world, problems }) => {
  await open(page, world);
  await castFrom(page, 8);
  await page.getByRole('button', { name: 'Privacy' }).click();
  await page.evaluate(() => Object.assign(window, { kept: window.television }));
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect.poll(() => status(page)).toBe('off');
  await expect(page.locator('jet-dialog[open]')).toContainText(/Casting\s*Off/);
  const left = await page.evaluate(() => ({
    tags: [...document.scripts].filter(({ src }) => src.includes('gstatic')).length,
    names: ['cast', '__onGCastApiAvailable'].filter((name) => name in window),
    cast: 'cast' in (window as unknown as { chrome: object }).chrome,
    log: (window as unknown as { kept: Window['television'] }).kept.log
  }));
  expect(left).toEqual({ tags: 0, names: [], cast: false, log: ['pick', `load ${site}/media/cmaf/master.m3u8`, 'end true'] });
  await expect.poll(async () => (await read(page)).here.time).toBe(8);
  expect(problems).toEqual([]);
});

test('another film in the page is another film on the device', async ({ page, world }) => {
  await open(page, world);
  await castFrom(page, 3);
  await page.evaluate(() => document.querySelector('jet-player')!.setAttribute('src', '/media/film.mp4'));
  await expect.poll(() => tv(page, ({ media }) => media?.contentId), { timeout: 30_000 }).toBe(`${site}/media/film.mp4`);
  expect(await tv(page, ({ position, media }) => [position < 3, media!.contentType])).toEqual([true, 'video/mp4']);
});

test('the end of the film on the device is the end, and play begins it again', async ({ page, world }) => {
  await open(page, world);
  await castFrom(page, 60);
  await tv(page, (television) => television.finish());
  await expect.poll(() => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.ended)).toBe(true);
  await page.getByRole('button', { name: 'Play again' }).first().click();
  await expect.poll(() => tv(page, ({ media, paused }) => media !== undefined && !paused)).toBe(true);
});

test("the page's caption files go along, and the captions that were chosen are shown there", async ({ page, world }) => {
  await open(page, world, {
    src: '/media/film.mp4',
    inside: '<track kind="captions" srclang="nl" label="Nederlands" src="/media/captions/nl.vtt">'
  });
  await told(page, (player) => player.captions.toggle());
  await accept(page);
  await expect.poll(() => status(page)).toBe('connected');
  expect(await tv(page, ({ media }) => media!.tracks.map(({ trackContentId }) => trackContentId))).toEqual([
    `${site}/media/captions/nl.vtt`
  ]);
  await expect.poll(() => tv(page, ({ active }) => active.includes(21))).toBe(true);
});

test('an own receiver', async ({ page, world }) => {
  await open(page, world, { attributes: 'chromecast cast-receiver="0123ABCD"' });
  await accept(page);
  await expect.poll(() => status(page)).toBe('connected');
  expect(await tv(page, ({ options }) => options!['receiverApplicationId'])).toBe('0123ABCD');
});

for (const [error, problem] of [
  ['cancel', null],
  ['receiver_unavailable', 'unavailable'],
  ['session_error', 'failed']
] as const) {
  test(`the picker says "${error}"`, async ({ page, world }) => {
    await open(page, world);
    await page.evaluate(() => void (document.querySelector<JetPlayer>('jet-player')!.consent = { cast: true } as never));
    await page.evaluate((code) => {
      // The picker is asked as soon as the framework is there.
      let television: Window['television'];
      Object.defineProperty(window, 'television', {
        get: () => television,
        set: (made: Window['television']) => (television = Object.assign(made, { answer: { error: code } }))
      });
    }, error);
    await page.getByRole('button', { name: 'Cast to a device' }).click();
    await expect.poll(() => tv(page, (television) => television?.log)).toEqual(['pick']);
    await expect.poll(() => read(page)).toMatchObject({ status: 'off', problem });
  });
}

test('leaving the page of a player ends its session', async ({ page, world }) => {
  await open(page, world);
  await castFrom(page, 3);
  await page.evaluate(() => Object.assign(window, { kept: window.television }));
  await page.evaluate(() => document.querySelector('jet-player')!.remove());
  await expect.poll(() => page.evaluate(() => (window as unknown as { kept: Window['television'] }).kept.log.at(-1))).toBe('end true');
  await expect.poll(() => page.evaluate(() => 'cast' in window)).toBe(false);
});

test('the keys of the system speak to the device, and leave the film here where it is', async ({ page, world, problems }) => {
  await page.addInitScript(() => {
    const keys: Record<string, MediaSessionActionHandler | null> = {};
    Object.assign(window, { keys });
    navigator.mediaSession.setActionHandler = (action, handler) => void (keys[action] = handler);
    navigator.mediaSession.setPositionState = (state) => void Object.assign(window, { place: state });
  });
  const press = (action: string, details: object = {}) =>
    page.evaluate(
      ([name, more]) => (window as unknown as { keys: Record<string, (told: object) => void> }).keys[name]!({ action: name, ...more }),
      [action, details] as const
    );
  const there = () => tv(page, ({ position }) => position);
  await open(page, world, { attributes: 'chromecast chapters="/media/chapters.vtt"' });
  await told(page, (player) => void player.playback.play());
  await expect.poll(async () => (await read(page)).here.time).toBeGreaterThan(0.2);
  await told(page, (player) => player.playback.pause());
  const chapters = () => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.state.current.chapters.list.length);
  await expect.poll(chapters).toBe(5);
  await castFrom(page, 12);
  await press('seekto', { seekTime: 40 });
  await expect.poll(there).toBe(40);
  await press('seekbackward');
  await expect.poll(there).toBe(30);
  await press('seekforward', { seekOffset: 5 });
  await expect.poll(there).toBe(35);
  await expect.poll(() => page.evaluate(() => (window as unknown as { place: MediaPositionState }).place.position)).toBe(35);
  expect(await chapters()).toBe(5);
  await press('nexttrack');
  await expect.poll(there).toBe(45);
  await press('previoustrack');
  await expect.poll(there).toBe(33);
  await press('play');
  await expect.poll(() => tv(page, ({ paused }) => paused)).toBe(false);
  expect((await read(page)).here).toEqual({ time: 12, paused: true });
  expect(problems).toEqual([]);
});
