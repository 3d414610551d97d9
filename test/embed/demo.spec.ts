import { axeViolationsIn } from '../support/axe-violations.js';
import { expect, test } from '../support/page-fixtures.js';

test.beforeEach(async ({ page, demo }) => {
  await page.goto(`${demo}/embed.html`);
});

test('the demo shows an embed, controls its playback, and shows its state', async ({ page }) => {
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('A day on the delta')).toBeVisible();
  await expect(page.locator('#state')).toHaveText(/^Paused/, { timeout: 30_000 });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.locator('#state')).toHaveText(/^Playing at [1-9]/, { timeout: 45_000 });
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.locator('#state')).toHaveText(/^Paused/);
});

test('the demo shows and copies the snippet of its iframe', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByLabel('muted').check();
  await page.getByLabel('Captions').selectOption('nl');
  await page.getByLabel('Title').fill('Tom & "Jerry" <3');
  await page.getByLabel('Title').blur();
  const snippet = page.locator('#snippet');
  await expect(snippet).toContainText('title="Tom &amp; &quot;Jerry&quot; &lt;3"');
  await expect(snippet).toContainText('sandbox="allow-scripts" ');
  await expect(snippet).toContainText('captions=nl&amp;muted"');
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.locator('#copied')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await snippet.textContent());
  const iframe = page.locator('iframe');
  await expect(iframe).toHaveAttribute('title', 'Tom & "Jerry" <3');
  await expect(page.frameLocator('iframe').getByText('Tom & "Jerry" <3')).toBeVisible();
  const [, src = ''] = /^<iframe src="([^"]+)"/.exec((await snippet.textContent())!)!;
  await expect(iframe).toHaveAttribute('src', src.replaceAll('&amp;', '&'));
});

test('the demo shows no snippet when the title is empty', async ({ page }) => {
  await page.getByLabel('Title').fill(' ');
  await expect(page.getByLabel('Title')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('An iframe needs a title')).toBeVisible();
  await expect(page.locator('#snippet')).toHaveText('');
  await expect(page.getByRole('button', { name: 'Copy' })).toBeDisabled();
  await page.getByLabel('Title').fill('Again');
  await expect(page.locator('#snippet')).toContainText('title="Again"');
});

test('the demo shows the error screen of the embed when the host of the video is not allowed', async ({ page }) => {
  await page.getByLabel('Video').fill('https://video.example/film.m3u8');
  await page.getByLabel('Video').blur();
  await expect(page.frameLocator('iframe').getByRole('alert')).toContainText('policy/blocked');
  await expect(page.locator('#state')).toHaveText('Refused: policy/blocked');
});

test('the demo causes no violation of its security policy, keeps its own iframe strict, and passes axe', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => /Content Security Policy|TrustedHTML/i.test(message.text()) && violations.push(message.text()));
  await page.reload();
  await expect(page.locator('#state')).toHaveText(/^Paused/, { timeout: 30_000 });
  await page.getByLabel(/standard/).check();
  await expect(page.locator('#snippet')).toContainText('allow-same-origin');
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', 'allow-scripts');
  expect(await axeViolationsIn(page)).toEqual([]);
  expect(violations).toEqual([]);
});
