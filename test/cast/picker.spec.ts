import type { JetPlayer } from '../../src/index.js';
import { castButton, consentDialog, dialogContent, expect, open, status, test, thirdParties } from './cast-fixtures.js';

/** A browser with its own remote playback device; the calls to it are recorded. */
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

test('the player plays on a device of the browser without Google when its own consent is given', async ({ page, world }) => {
  await page.addInitScript(withDevice, { device: true, chosen: true });
  await open(page, world, { src: '/media/film.mp4' });
  expect(await asked(page)).toEqual([]);
  expect(await shut(page)).toEqual([true, 'deny']);
  await castButton(page).click();
  await page.getByRole('dialog', { name: 'Play on another device?' }).waitFor();
  await expect(dialogContent(page)).toContainText('The device that you choose');
  await expect(dialogContent(page)).toContainText('The device fetches the video by itself');
  await expect(dialogContent(page)).not.toContainText('Google');
  expect(await asked(page)).toEqual(['watch']);
  expect(await shut(page)).toEqual([true, 'deny']);
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect.poll(() => status(page)).toBe('connected');
  expect(await asked(page)).toEqual(['watch', 'prompt']);
  await expect(page.getByText('Playing on another device')).toHaveCount(1);
  expect(thirdParties(world)).toEqual([]);
  // After consent is withdrawn, remote playback is disabled on the video again, which ends it.
  await page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.cast.withdraw());
  expect(await shut(page)).toEqual([true, 'deny']);
});

test('the player changes nothing when the picker is closed without a choice', async ({ page, world }) => {
  await page.addInitScript(withDevice, { device: true, chosen: false });
  await open(page, world, { src: '/media/film.mp4' });
  await castButton(page).click();
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect.poll(() => asked(page)).toEqual(['watch', 'prompt']);
  await expect.poll(() => shut(page)).toEqual([true, 'deny']);
  expect(await status(page)).toBe('off');
});

test('the player asks for consent to contact Google when the browser has no device, or an engine feeds the video', async ({
  page,
  world
}) => {
  await page.addInitScript(withDevice, { device: false, chosen: false });
  await open(page, world, { src: '/media/film.mp4' });
  await castButton(page).click();
  await consentDialog(page).waitFor();
  expect(await asked(page)).toEqual(['watch']);
  await open(page, world);
  await castButton(page).click();
  await consentDialog(page).waitFor();
  expect(await asked(page)).toEqual([]);
  expect(thirdParties(world)).toEqual([]);
});

/** Safari's own API for AirPlay. */
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

test('AirPlay opens its picker after the same notice when the attribute is set', async ({ page, world }) => {
  await page.addInitScript(withAirPlay);
  await open(page, world, { src: '/media/film.mp4', attributes: '' });
  await expect(page.getByRole('button', { name: 'AirPlay' })).toHaveCount(0);
  await open(page, world, { src: '/media/film.mp4', attributes: 'airplay' });
  await page.getByRole('button', { name: 'AirPlay' }).click();
  await expect(dialogContent(page)).toContainText('The device fetches the video by itself');
  expect([await shown(page), await shut(page)]).toEqual([0, [true, 'deny']]);
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect.poll(() => status(page)).toBe('connected');
  expect([await shown(page), await shut(page)]).toEqual([1, [false, 'allow']]);
  await page.getByRole('button', { name: 'AirPlay' }).click();
  await expect.poll(() => status(page)).toBe('off');
});

test('the player does not offer AirPlay when an engine feeds the video', async ({ page, world }) => {
  await page.addInitScript(withAirPlay);
  await open(page, world, { attributes: 'airplay' });
  await expect(page.getByRole('button', { name: 'Settings' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'AirPlay' })).toHaveCount(0);
});
