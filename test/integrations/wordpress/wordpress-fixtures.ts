import type { Page } from '@playwright/test';
import { expect, test as base } from '../../support/page-fixtures.js';
import { startWordPress, type WordPress } from './site.js';

/** The `test` function with a WordPress, which all tests of a file share. */
export const test = base.extend<object, { wordpress: WordPress }>({
  wordpress: [
    async ({}, use) => {
      await using wordpress = await startWordPress();
      await use(wordpress);
    },
    { scope: 'worker', timeout: 120_000 }
  ]
});

/** Logs in as the administrator, and opens a page of the administration. */
export async function openAdmin(page: Page, { url, password }: WordPress, path: string): Promise<void> {
  await page.goto(`${url}/wp-login.php?redirect_to=${encodeURIComponent(`${url}/wp-admin/${path}`)}`);
  await page.locator('#user_login').fill('admin');
  await page.locator('#user_pass').fill(password);
  await page.locator('#wp-submit').click();
  await page.waitForURL(`**/wp-admin/${path}`);
}

/** Saves the settings of the plugin: each checkbox by its ID, and texts by their labels. */
export async function saveSettings(
  page: Page,
  { checked = [], texts = {} }: { readonly checked?: readonly string[]; readonly texts?: Readonly<Record<string, string>> }
): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await page.getByRole('textbox', { name: label }).fill(text);
  for (const id of checked) await page.locator(`#jet-player-${id}`).check();
  await page.getByRole('button', { name: 'Save Changes' }).click();
  await page.getByText('Settings saved.').waitFor();
}

/** Publishes a post with the code editor's text, and returns its URL. */
export const publish = ({ run }: WordPress, title: string, content: string): string =>
  run(
    `wp_set_current_user(1); echo get_permalink(wp_insert_post(array('post_title' => '${title}', 'post_status' => 'publish',
    'post_content' => base64_decode('${Buffer.from(content).toString('base64')}'))));`
  );

/** Presses play, and expects frames, and no problem of the guard. */
export async function expectPlays(page: Page): Promise<void> {
  const player = page.locator('jet-player');
  await player.getByRole('button', { name: /^Play/ }).first().click();
  await expect
    .poll(() => player.evaluate((element) => (element as unknown as HTMLVideoElement).currentTime), { timeout: 30_000 })
    .toBeGreaterThan(0.5);
  expect(
    await player.evaluate((element) => (element as unknown as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames)
  ).toBeGreaterThan(0);
}
