import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../src/index.js';
import { castButton, consentDialog, dialogContent, expect, open, castStatus, test, thirdPartyRequests } from './cast-fixtures.js';

/** Replaces the Remote Playback API of the browser with a fake one, whose calls are recorded. */
const fakeRemotePlayback = (viewer: { readonly hasDevice: boolean; readonly choosesDevice: boolean }) => {
  const remotePlaybackCalls: string[] = [];
  Object.assign(window, { remotePlaybackCalls });
  const { prototype } = RemotePlayback;
  prototype.watchAvailability = function (callback) {
    remotePlaybackCalls.push('watch');
    queueMicrotask(() => callback(viewer.hasDevice));
    return Promise.resolve(1);
  };
  prototype.cancelWatchAvailability = () => Promise.resolve();
  prototype.prompt = function () {
    remotePlaybackCalls.push('prompt');
    if (!viewer.choosesDevice) return Promise.reject(new DOMException('Dismissed.', 'NotAllowedError'));
    Object.defineProperty(this, 'state', { value: 'connected', configurable: true });
    this.dispatchEvent(new Event('connect'));
    return Promise.resolve();
  };
};

const remotePlaybackCalls = (page: Page) =>
  page.evaluate(() => (window as unknown as { remotePlaybackCalls: string[] }).remotePlaybackCalls);
/** The attributes of the video that disable remote playback and AirPlay. */
const remotePlaybackAttributes = (page: Page) =>
  page.evaluate(() => {
    const { video } = document.querySelector<JetPlayer>('jet-player')!;
    return [video.disableRemotePlayback, video.getAttribute('x-webkit-airplay')];
  });

test('the player plays on a device of the browser without Google when consent to remote playback is given', async ({ page, world }) => {
  await page.addInitScript(fakeRemotePlayback, { hasDevice: true, choosesDevice: true });
  await open(page, world, { src: '/media/film.mp4' });
  expect(await remotePlaybackCalls(page)).toEqual([]);
  expect(await remotePlaybackAttributes(page)).toEqual([true, 'deny']);
  await castButton(page).click();
  await page.getByRole('dialog', { name: 'Play on another device?' }).waitFor();
  await expect(dialogContent(page)).toContainText('The device that you choose');
  await expect(dialogContent(page)).toContainText('The device fetches the video by itself');
  await expect(dialogContent(page)).not.toContainText('Google');
  expect(await remotePlaybackCalls(page)).toEqual(['watch']);
  expect(await remotePlaybackAttributes(page)).toEqual([true, 'deny']);
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect.poll(() => castStatus(page)).toBe('connected');
  expect(await remotePlaybackCalls(page)).toEqual(['watch', 'prompt']);
  await expect(page.getByText('Playing on another device')).toHaveCount(1);
  expect(thirdPartyRequests(world)).toEqual([]);
  // After consent is withdrawn, remote playback is disabled on the video again, which ends it.
  await page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.cast.withdraw());
  expect(await remotePlaybackAttributes(page)).toEqual([true, 'deny']);
});

test('the player stays disconnected, and disables remote playback again, when the picker is closed without a choice', async ({
  page,
  world
}) => {
  await page.addInitScript(fakeRemotePlayback, { hasDevice: true, choosesDevice: false });
  await open(page, world, { src: '/media/film.mp4' });
  await castButton(page).click();
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect.poll(() => remotePlaybackCalls(page)).toEqual(['watch', 'prompt']);
  await expect.poll(() => remotePlaybackAttributes(page)).toEqual([true, 'deny']);
  expect(await castStatus(page)).toBe('off');
});

test('the player asks for consent to contact Google when the browser has no device, or an engine feeds the video', async ({
  page,
  world
}) => {
  await page.addInitScript(fakeRemotePlayback, { hasDevice: false, choosesDevice: false });
  await open(page, world, { src: '/media/film.mp4' });
  await castButton(page).click();
  await consentDialog(page).waitFor();
  expect(await remotePlaybackCalls(page)).toEqual(['watch']);
  await open(page, world);
  await castButton(page).click();
  await consentDialog(page).waitFor();
  expect(await remotePlaybackCalls(page)).toEqual([]);
  expect(thirdPartyRequests(world)).toEqual([]);
});

/** Adds a fake of Safari's API for AirPlay, which counts how often its picker is opened. */
const fakeAirPlay = () => {
  Object.assign(window, { pickerOpenings: 0 });
  Object.assign(HTMLVideoElement.prototype, {
    webkitShowPlaybackTargetPicker(this: HTMLVideoElement) {
      (window as unknown as { pickerOpenings: number }).pickerOpenings += 1;
      const isWireless = (this as { webkitCurrentPlaybackTargetIsWireless?: boolean }).webkitCurrentPlaybackTargetIsWireless !== true;
      Object.assign(this, { webkitCurrentPlaybackTargetIsWireless: isWireless });
      this.dispatchEvent(new Event('webkitcurrentplaybacktargetiswirelesschanged'));
    }
  });
};
const pickerOpenings = (page: Page) => page.evaluate(() => (window as unknown as { pickerOpenings: number }).pickerOpenings);

test('the player offers AirPlay only with the airplay attribute, and opens its picker only after consent', async ({ page, world }) => {
  await page.addInitScript(fakeAirPlay);
  await open(page, world, { src: '/media/film.mp4', attributes: '' });
  await expect(page.getByRole('button', { name: 'AirPlay' })).toHaveCount(0);
  await open(page, world, { src: '/media/film.mp4', attributes: 'airplay' });
  await page.getByRole('button', { name: 'AirPlay' }).click();
  await expect(dialogContent(page)).toContainText('The device fetches the video by itself');
  expect([await pickerOpenings(page), await remotePlaybackAttributes(page)]).toEqual([0, [true, 'deny']]);
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect.poll(() => castStatus(page)).toBe('connected');
  expect([await pickerOpenings(page), await remotePlaybackAttributes(page)]).toEqual([1, [false, 'allow']]);
  await page.getByRole('button', { name: 'AirPlay' }).click();
  await expect.poll(() => castStatus(page)).toBe('off');
});

test('the player does not offer AirPlay when an engine feeds the video', async ({ page, world }) => {
  await page.addInitScript(fakeAirPlay);
  await open(page, world, { attributes: 'airplay' });
  await expect(page.getByRole('button', { name: 'Settings' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'AirPlay' })).toHaveCount(0);
});
