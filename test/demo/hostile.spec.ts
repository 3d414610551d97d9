import { expect, test } from '../support/page-fixtures.js';

/**
 * For each button of a manifest: the constructs by which the unguarded engine contacts the third party, and the text of the list of
 * requests that the guard has blocked.
 */
const manifests = [
  { label: 'HLS', receivedConstructs: ['hls-steering', 'hls-variant'], blockedText: /video\/\S+ (?:playlist|manifest)/ },
  { label: 'DASH', receivedConstructs: ['dash-steering', 'dash-metrics', 'dash-callback'], blockedText: /^Nothing yet\.$/ },
  { label: 'Live DASH', receivedConstructs: ['dash-clock', 'dash-metrics'], blockedText: /clock clock/ }
];

for (const { label, receivedConstructs, blockedText } of manifests) {
  test(`the third party receives requests of the unguarded engine, and none of jet-player: ${label}`, async ({ page, demo }) => {
    await page.goto(`${demo}/hostile.html`);
    await page.getByRole('button', { name: label, exact: true }).click();
    await expect(page.locator('#findings tr').first()).toBeVisible();
    await page.getByRole('button', { name: 'Play both' }).click();
    const requestCount = (construct: string) => page.locator('#findings tr', { hasText: construct }).locator('td').last();
    for (const construct of receivedConstructs) await expect(requestCount(construct), construct).not.toHaveText('0', { timeout: 45_000 });
    await expect(page.locator('#blocked')).toContainText(blockedText, { timeout: 30_000 });
    await expect
      .poll(() => page.locator('jet-player').evaluate((player) => (player as HTMLVideoElement).currentTime), { timeout: 30_000 })
      .toBeGreaterThan(1);
    await expect(page.locator('#guarded-count')).toHaveText('0');
    await expect(page.locator('#received')).not.toContainText('from jet-player');
  });
}
