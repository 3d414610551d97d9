import { expect, test } from '../support/page-fixtures.js';

/**
 * The requests of the unguarded engine to the third party, and the kinds that the guard must have refused, if any were attempted; by the
 * manifest's button.
 */
const manifests = [
  { label: 'HLS', heard: ['hls-steering', 'hls-variant'], refused: /video\/\S+ (?:playlist|manifest)/ },
  { label: 'DASH', heard: ['dash-steering', 'dash-metrics', 'dash-callback'], refused: /^Nothing yet\.$/ },
  { label: 'Live DASH', heard: ['dash-clock', 'dash-metrics'], refused: /clock clock/ }
];

for (const { label, heard, refused } of manifests) {
  test(`${label}: the third party receives requests of the unguarded engine, and none of jet-player`, async ({ page, demo }) => {
    await page.goto(`${demo}/hostile.html`);
    await page.getByRole('button', { name: label, exact: true }).click();
    await expect(page.locator('#findings tr').first()).toBeVisible();
    await page.getByRole('button', { name: 'Play both' }).click();
    const row = (construct: string) => page.locator('#findings tr', { hasText: construct }).locator('td').last();
    for (const construct of heard) await expect(row(construct), construct).not.toHaveText('0', { timeout: 45_000 });
    await expect(page.locator('#blocked')).toContainText(refused, { timeout: 30_000 });
    await expect
      .poll(() => page.locator('jet-player').evaluate((player) => (player as HTMLVideoElement).currentTime), { timeout: 30_000 })
      .toBeGreaterThan(1);
    await expect(page.locator('#guarded-count')).toHaveText('0');
    await expect(page.locator('#heard')).not.toContainText('from jet-player');
  });
}
