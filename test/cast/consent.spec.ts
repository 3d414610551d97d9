import type { JetPlayer } from '../../src/index.js';
import { builds } from '../promises/hostile/builds.js';
import { readForbiddenCalls } from '../promises/hostile/hostile-fixtures.js';
import {
  pressCastAndAllow,
  pressAllow,
  castButton,
  expect,
  consentDialog,
  open,
  pageUrl,
  readState,
  senderScriptRequest,
  site,
  castStatus,
  thirdPartyRequests,
  test,
  dialogContent
} from './cast-fixtures.js';
import { wideUnless } from '../support/wide.js';

const enableGlobalPrivacyControl = () => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true });

for (const build of builds) {
  test(
    `the player contacts no other host before consent, and afterwards only fetches the sender script: ${build.name}`,
    wideUnless(build === builds[0]),
    async ({ page, world, problems }) => {
      await open(page, world, { build });
      const player = page.locator('jet-player');
      await page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.play());
      await expect.poll(async () => (await readState(page)).local.time, { timeout: 30_000 }).toBeGreaterThan(0.5);
      await page.keyboard.press('Tab');
      await page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.time.seek(30));
      // By keyboard, because the bar may hide before a slow machine clicks.
      await player.getByRole('button', { name: 'Settings' }).press('Enter');
      await page.getByRole('menuitem', { name: /Quality/ }).click();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await player.getByRole('button', { name: 'Full screen' }).press('Enter');
      await expect.poll(() => page.evaluate(() => document.querySelector('jet-player')!.matches(':fullscreen'))).toBe(true);
      await page.evaluate(() => document.exitFullscreen());
      await castButton(page).click();
      await consentDialog(page).waitFor();
      expect(thirdPartyRequests(world)).toEqual([]);
      expect(await readForbiddenCalls(page)).toEqual({});

      await pressAllow(page);
      await expect.poll(() => castStatus(page)).toBe('connected');
      expect(thirdPartyRequests(world)).toEqual([senderScriptRequest]);
      expect(world.hits.find(({ origin }) => origin !== site)!.headers.referer).toBe(undefined);
      expect(problems).toEqual([]);
    }
  );
}

test('the consent dialog names Google, the data that is sent and the duration', async ({ page, world }) => {
  await open(page, world);
  await castButton(page).click();
  await expect(dialogContent(page)).toContainText('Google, at www.gstatic.com');
  await expect(dialogContent(page)).toContainText('Your IP address, your browser and the address of this video');
  await expect(dialogContent(page)).toContainText('Until you leave this page');
  await expect(dialogContent(page)).toContainText('The device fetches the video by itself');
});

for (const [name, input] of [
  ['Do not allow', 'button'],
  ['Escape', 'key']
] as const) {
  test(
    `the player contacts no other host when consent is declined with "${name}", and asks again on the next click`,
    wideUnless(input === 'button'),
    async ({ page, world }) => {
      await open(page, world);
      await castButton(page).click();
      await consentDialog(page).waitFor();
      if (input === 'key') await page.keyboard.press(name);
      else await page.getByRole('button', { name }).click();
      await expect(consentDialog(page)).toBeHidden();
      await castButton(page).click();
      await consentDialog(page).waitFor();
      expect(thirdPartyRequests(world)).toEqual([]);
    }
  );
}

test('the player shows no dialog when a consent tool handles jet-consent-request', async ({ page, world }) => {
  await open(page, world);
  await page.evaluate(() => {
    document.querySelector('jet-player')!.addEventListener('jet-consent-request', (event) => {
      event.preventDefault();
      Object.assign(window, { consentRequest: JSON.parse(JSON.stringify(event.detail)) as unknown, grant: event.detail.grant });
    });
  });
  await castButton(page).click();
  await page.waitForFunction(() => 'consentRequest' in window);
  expect(await page.evaluate(() => (window as unknown as { consentRequest: unknown }).consentRequest)).toEqual({
    purpose: 'cast',
    recipient: 'Google',
    hosts: ['www.gstatic.com'],
    data: ['ip-address', 'browser', 'media-url'],
    lasts: 'page',
    once: false
  });
  expect(thirdPartyRequests(world)).toEqual([]);
  await expect(consentDialog(page)).toBeHidden();
  await page.evaluate(() => (window as unknown as { grant(): void }).grant());
  await expect.poll(() => castStatus(page)).toBe('connected');
  expect(thirdPartyRequests(world)).toEqual([senderScriptRequest]);
});

test('the consent property gives consent in advance, and { cast: false } stops casting and removes the button', async ({ page, world }) => {
  await open(page, world);
  const setCastConsent = (cast: boolean) =>
    page.evaluate((value) => void (document.querySelector<JetPlayer>('jet-player')!.consent = { ...{}, cast: value } as never), cast);
  await setCastConsent(true);
  expect(thirdPartyRequests(world)).toEqual([]);
  await castButton(page).click();
  await expect.poll(() => castStatus(page)).toBe('connected');
  await setCastConsent(false);
  await expect.poll(() => castStatus(page)).toBe('off');
  await expect(castButton(page)).toHaveCount(0);
});

test('the player asks for consent each time, and ignores consent in advance, when Global Privacy Control is on', async ({
  page,
  world
}) => {
  await page.addInitScript(enableGlobalPrivacyControl);
  await open(page, world);
  await page.evaluate(() => void (document.querySelector<JetPlayer>('jet-player')!.consent = { cast: true } as never));
  await castButton(page).click();
  await expect(dialogContent(page)).toContainText('Global Privacy Control');
  expect(thirdPartyRequests(world)).toEqual([]);
  await pressAllow(page);
  await expect.poll(() => castStatus(page)).toBe('connected');
  await page.getByRole('button', { name: 'Stop casting' }).click();
  await expect.poll(() => castStatus(page)).toBe('off');
  await expect.poll(() => page.evaluate(() => 'cast' in window)).toBe(false);
  await castButton(page).click();
  await consentDialog(page).waitFor();
});

test('the player asks for consent once for the page when Global Privacy Control is off', async ({ page, world }) => {
  await open(page, world);
  await pressCastAndAllow(page);
  await expect.poll(() => castStatus(page)).toBe('connected');
  await page.getByRole('button', { name: 'Stop casting' }).click();
  await expect.poll(() => castStatus(page)).toBe('off');
  await castButton(page).click();
  await expect.poll(() => castStatus(page)).toBe('connected');
  expect(thirdPartyRequests(world)).toEqual([senderScriptRequest]);
});

const environmentsWithoutCast: readonly [string, () => void][] = [
  ['without the Presentation API', () => void delete (Navigator.prototype as { presentation?: unknown }).presentation],
  ['in a browser other than Chromium', () => void delete (window as { chrome?: unknown }).chrome],
  ['on a page that is not secure', () => void Object.defineProperty(window, 'isSecureContext', { value: false })]
];
for (const [index, [name, removeSupport]] of environmentsWithoutCast.entries()) {
  test(`the player shows no Cast button ${name}`, wideUnless(index === 0), async ({ page, world }) => {
    await page.addInitScript(removeSupport);
    await open(page, world);
    await expect(page.getByRole('button', { name: 'Settings' })).toHaveCount(1);
    await expect(castButton(page)).toHaveCount(0);
  });
}

test('the player shows the Cast button only when the chromecast attribute is set', async ({ page, world }) => {
  await open(page, world, { attributes: '' });
  await expect(castButton(page)).toHaveCount(0);
  await page.evaluate(() => document.querySelector('jet-player')!.setAttribute('chromecast', ''));
  await expect(castButton(page)).toHaveCount(1);
  await page.evaluate(() => document.querySelector('jet-player')!.removeAttribute('chromecast'));
  await expect(castButton(page)).toHaveCount(0);
});

test('the player loads the sender script when the page enforces Trusted Types', async ({ page, world, problems }) => {
  const policy =
    "default-src 'none'; script-src 'self' https://www.gstatic.com; connect-src 'self'; media-src 'self' blob: data:; img-src 'self' blob:; trusted-types lit-html jet-player; require-trusted-types-for 'script'";
  await open(page, world, { policy, src: '/media/cmaf/manifest.mpd' });
  await pressCastAndAllow(page);
  await expect.poll(() => castStatus(page)).toBe('connected');
  expect(thirdPartyRequests(world)).toEqual([senderScriptRequest]);
  expect(problems).toEqual([]);
});

test('the player notifies the viewer when the sender script cannot be loaded, and removes its script element', async ({ page, world }) => {
  await open(page, world, { policy: "script-src 'self'" });
  await pressCastAndAllow(page);
  await expect.poll(async () => (await readState(page)).problem).toBe('unavailable');
  await page.getByText('No device to cast to was found.').first().waitFor();
  expect(thirdPartyRequests(world)).toEqual([]);
  expect(await page.evaluate(() => [...document.scripts].filter(({ src }) => src.includes('gstatic')).length)).toBe(0);
  expect(await page.url()).toBe(pageUrl);
});
