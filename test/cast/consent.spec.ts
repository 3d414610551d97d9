import type { JetPlayer } from '../../src/index.js';
import { builds } from '../promises/hostile/builds.js';
import { counts } from '../promises/hostile/hostile-fixtures.js';
import {
  accept,
  allow,
  castButton,
  expect,
  consentDialog,
  open,
  pageAddress,
  read,
  senderScript,
  site,
  status,
  thirdParties,
  test,
  dialogContent
} from './cast-fixtures.js';
import { wideUnless } from '../support/wide.js';

const privacyControl = () => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true });

for (const build of builds) {
  test(
    `the player contacts no host before consent, and then fetches only the sender script: ${build.name}`,
    wideUnless(build === builds[0]),
    async ({ page, world, problems }) => {
      await open(page, world, { build });
      const player = page.locator('jet-player');
      await page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.play());
      await expect.poll(async () => (await read(page)).local.time, { timeout: 30_000 }).toBeGreaterThan(0.5);
      await page.keyboard.press('Tab');
      await page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.time.seek(30));
      await player.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('menuitem', { name: /Quality/ }).click();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await player.getByRole('button', { name: 'Full screen' }).click();
      await expect.poll(() => page.evaluate(() => document.querySelector('jet-player')!.matches(':fullscreen'))).toBe(true);
      await page.evaluate(() => document.exitFullscreen());
      await castButton(page).click();
      await consentDialog(page).waitFor();
      expect(thirdParties(world)).toEqual([]);
      expect(await counts(page)).toEqual({});

      await allow(page);
      await expect.poll(() => status(page)).toBe('connected');
      expect(thirdParties(world)).toEqual([senderScript]);
      expect(world.hits.find(({ origin }) => origin !== site)!.headers.referer).toBe(undefined);
      expect(problems).toEqual([]);
    }
  );
}

test('the notice names Google, the data sent and the duration', async ({ page, world }) => {
  await open(page, world);
  await castButton(page).click();
  await expect(dialogContent(page)).toContainText('Google, at www.gstatic.com');
  await expect(dialogContent(page)).toContainText('Your IP address, your browser and the address of this video');
  await expect(dialogContent(page)).toContainText('Until you leave this page');
  await expect(dialogContent(page)).toContainText('The device fetches the video by itself');
});

for (const [name, refuse] of [
  ['Do not allow', 'button'],
  ['Escape', 'key']
] as const) {
  test(
    `the player contacts no host when consent is declined by "${name}", and asks again on the next click`,
    wideUnless(refuse === 'button'),
    async ({ page, world }) => {
      await open(page, world);
      await castButton(page).click();
      await consentDialog(page).waitFor();
      if (refuse === 'key') await page.keyboard.press(name);
      else await page.getByRole('button', { name }).click();
      await expect(consentDialog(page)).toBeHidden();
      await castButton(page).click();
      await consentDialog(page).waitFor();
      expect(thirdParties(world)).toEqual([]);
    }
  );
}

test('the player does not ask the viewer when a consent tool handles the event', async ({ page, world }) => {
  await open(page, world);
  await page.evaluate(() => {
    document.querySelector('jet-player')!.addEventListener('jet-consent-request', (event) => {
      event.preventDefault();
      Object.assign(window, { asked: JSON.parse(JSON.stringify(event.detail)) as unknown, grant: event.detail.grant });
    });
  });
  await castButton(page).click();
  await page.waitForFunction(() => 'asked' in window);
  expect(await page.evaluate(() => (window as unknown as { asked: unknown }).asked)).toEqual({
    purpose: 'cast',
    recipient: 'Google',
    hosts: ['www.gstatic.com'],
    data: ['ip-address', 'browser', 'media-url'],
    lasts: 'page',
    once: false
  });
  expect(thirdParties(world)).toEqual([]);
  await expect(consentDialog(page)).toBeHidden();
  await page.evaluate(() => (window as unknown as { grant(): void }).grant());
  await expect.poll(() => status(page)).toBe('connected');
  expect(thirdParties(world)).toEqual([senderScript]);
});

test('the property consents in advance, withdraws consent, and removes the button when it declines', async ({ page, world }) => {
  await open(page, world);
  const decide = (cast: boolean) =>
    page.evaluate((yes) => void (document.querySelector<JetPlayer>('jet-player')!.consent = { ...{}, cast: yes } as never), cast);
  await decide(true);
  expect(thirdParties(world)).toEqual([]);
  await castButton(page).click();
  await expect.poll(() => status(page)).toBe('connected');
  await decide(false);
  await expect.poll(() => status(page)).toBe('off');
  await expect(castButton(page)).toHaveCount(0);
});

test('consent is valid once, and consent in advance is ignored, when Global Privacy Control is on', async ({ page, world }) => {
  await page.addInitScript(privacyControl);
  await open(page, world);
  await page.evaluate(() => void (document.querySelector<JetPlayer>('jet-player')!.consent = { cast: true } as never));
  await castButton(page).click();
  await expect(dialogContent(page)).toContainText('Global Privacy Control');
  expect(thirdParties(world)).toEqual([]);
  await allow(page);
  await expect.poll(() => status(page)).toBe('connected');
  await page.getByRole('button', { name: 'Stop casting' }).click();
  await expect.poll(() => status(page)).toBe('off');
  await expect.poll(() => page.evaluate(() => 'cast' in window)).toBe(false);
  await castButton(page).click();
  await consentDialog(page).waitFor();
});

test('consent is valid for the page when Global Privacy Control is off', async ({ page, world }) => {
  await open(page, world);
  await accept(page);
  await expect.poll(() => status(page)).toBe('connected');
  await page.getByRole('button', { name: 'Stop casting' }).click();
  await expect.poll(() => status(page)).toBe('off');
  await castButton(page).click();
  await expect.poll(() => status(page)).toBe('connected');
  expect(thirdParties(world)).toEqual([senderScript]);
});

const nowhere: readonly [string, () => void][] = [
  ['without the Presentation API', () => void delete (Navigator.prototype as { presentation?: unknown }).presentation],
  ['in a browser other than Chromium', () => void delete (window as { chrome?: unknown }).chrome],
  ['on a page that is not secure', () => void Object.defineProperty(window, 'isSecureContext', { value: false })]
];
for (const [index, [name, take]] of nowhere.entries()) {
  test(`the player shows no button ${name}`, wideUnless(index === 0), async ({ page, world }) => {
    await page.addInitScript(take);
    await open(page, world);
    await expect(page.getByRole('button', { name: 'Settings' })).toHaveCount(1);
    await expect(castButton(page)).toHaveCount(0);
  });
}

test('the player shows the button only when the attribute is set', async ({ page, world }) => {
  await open(page, world, { attributes: '' });
  await expect(castButton(page)).toHaveCount(0);
  await page.evaluate(() => document.querySelector('jet-player')!.setAttribute('chromecast', ''));
  await expect(castButton(page)).toHaveCount(1);
  await page.evaluate(() => document.querySelector('jet-player')!.removeAttribute('chromecast'));
  await expect(castButton(page)).toHaveCount(0);
});

test('the player creates a script URL only for the sender script when Trusted Types are enforced', async ({ page, world, problems }) => {
  const policy =
    "default-src 'none'; script-src 'self' https://www.gstatic.com; connect-src 'self'; media-src 'self' blob: data:; img-src 'self' blob:; trusted-types lit-html jet-player; require-trusted-types-for 'script'";
  await open(page, world, { policy, src: '/media/cmaf/manifest.mpd' });
  await accept(page);
  await expect.poll(() => status(page)).toBe('connected');
  expect(thirdParties(world)).toEqual([senderScript]);
  expect(problems).toEqual([]);
});

test('the player notifies the viewer when the script cannot be loaded, and leaves nothing of it in the page', async ({ page, world }) => {
  await open(page, world, { policy: "script-src 'self'" });
  await accept(page);
  await expect.poll(async () => (await read(page)).problem).toBe('unavailable');
  await page.getByText('No device to cast to was found.').first().waitFor();
  expect(thirdParties(world)).toEqual([]);
  expect(await page.evaluate(() => [...document.scripts].filter(({ src }) => src.includes('gstatic')).length)).toBe(0);
  expect(await page.url()).toBe(pageAddress);
});
