import type { JetPlayer } from '../../src/index.js';
import { castButton, expect, notice, open, status, strangers, test, words } from './rig.js';

/** A browser that knows a device by itself; what is asked of it is noted. */
const withDevice = (answers: { readonly device: boolean; readonly chosen: boolean }) => {
  const asked: string[] = [];
  Object.assign(window, { asked });
  const { prototype } = RemotePlayback;
  prototype.watchAvailability = function (callback) {
    asked.push('watch');
    queueMicrotask(() => callback(answers.device));
    return Promise.resolve(1);
  };
  prototype.cancelWatchAvailability = () => Promise.resolve();
  prototype.prompt = function () {
    asked.push('prompt');
    if (!answers.chosen) return Promise.reject(new DOMException('Dismissed.', 'NotAllowedError'));
    Object.defineProperty(this, 'state', { value: 'connected', configurable: true });
    this.dispatchEvent(new Event('connect'));
    return Promise.resolve();
  };
};

const asked = (page: import('@playwright/test').Page) => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
const shut = (page: import('@playwright/test').Page) =>
  page.evaluate(() => {
    const { video } = document.querySelector<JetPlayer>('jet-player')!;
    return [video.disableRemotePlayback, video.getAttribute('x-webkit-airplay')];
  });

test('a device that the browser knows is reached without Google, after a yes of its own', async ({ page, world }) => {
  await page.addInitScript(withDevice, { device: true, chosen: true });
  await open(page, world, { src: '/media/film.mp4' });
  expect(await asked(page)).toEqual([]);
  expect(await shut(page)).toEqual([true, 'deny']);
  await castButton(page).click();
  await page.getByRole('dialog', { name: 'Play on another device?' }).waitFor();
  await expect(words(page)).toContainText('The device that you choose');
  await expect(words(page)).toContainText('The device fetches the video by itself');
  await expect(words(page)).not.toContainText('Google');
  expect(await asked(page)).toEqual(['watch']);
  expect(await shut(page)).toEqual([true, 'deny']);
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect.poll(() => status(page)).toBe('connected');
  expect(await asked(page)).toEqual(['watch', 'prompt']);
  await expect(page.getByText('Playing on another device')).toHaveCount(1);
  expect(strangers(world)).toEqual([]);
  // Withdrawn, the video is shut to other devices again, which ends the playing there.
  await page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.cast.withdraw());
  expect(await shut(page)).toEqual([true, 'deny']);
});

test('a picker that is closed again leaves everything as it was', async ({ page, world }) => {
  await page.addInitScript(withDevice, { device: true, chosen: false });
  await open(page, world, { src: '/media/film.mp4' });
  await castButton(page).click();
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect.poll(() => asked(page)).toEqual(['watch', 'prompt']);
  await expect.poll(() => shut(page)).toEqual([true, 'deny']);
  expect(await status(page)).toBe('off');
});

test('where the browser knows none, or an engine feeds the video, the question is about Google', async ({ page, world }) => {
  await page.addInitScript(withDevice, { device: false, chosen: false });
  await open(page, world, { src: '/media/film.mp4' });
  await castButton(page).click();
  await notice(page).waitFor();
  expect(await asked(page)).toEqual(['watch']);
  await open(page, world);
  await castButton(page).click();
  await notice(page).waitFor();
  expect(await asked(page)).toEqual([]);
  expect(strangers(world)).toEqual([]);
});

/** Safari's own way to AirPlay. */
const withAirPlay = () => {
  Object.assign(window, { shown: 0 });
  Object.assign(HTMLVideoElement.prototype, {
    webkitShowPlaybackTargetPicker(this: HTMLVideoElement) {
      (window as unknown as { shown: number }).shown += 1;
      const on = (this as { webkitCurrentPlaybackTargetIsWireless?: boolean }).webkitCurrentPlaybackTargetIsWireless !== true;
      Object.assign(this, { webkitCurrentPlaybackTargetIsWireless: on });
      this.dispatchEvent(new Event('webkitcurrentplaybacktargetiswirelesschanged'));
    }
  });
};
const shown = (page: import('@playwright/test').Page) => page.evaluate(() => (window as unknown as { shown: number }).shown);

test('AirPlay, with the attribute, opens its picker after the same honest note', async ({ page, world }) => {
  await page.addInitScript(withAirPlay);
  await open(page, world, { src: '/media/film.mp4', attributes: '' });
  await expect(page.getByRole('button', { name: 'AirPlay' })).toHaveCount(0);
  await open(page, world, { src: '/media/film.mp4', attributes: 'airplay' });
  await page.getByRole('button', { name: 'AirPlay' }).click();
  await expect(words(page)).toContainText('The device fetches the video by itself');
  expect([await shown(page), await shut(page)]).toEqual([0, [true, 'deny']]);
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect.poll(() => status(page)).toBe('connected');
  expect([await shown(page), await shut(page)]).toEqual([1, [false, 'allow']]);
  await page.getByRole('button', { name: 'AirPlay' }).click();
  await expect.poll(() => status(page)).toBe('off');
});

test('AirPlay is not offered where an engine feeds the video', async ({ page, world }) => {
  await page.addInitScript(withAirPlay);
  await open(page, world, { attributes: 'airplay' });
  await expect(page.getByRole('button', { name: 'Settings' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'AirPlay' })).toHaveCount(0);
});
