import { expect, test } from '../support/rig.js';

/** What the engine without a guard tells the stranger, and what the guard must have refused by name, where anything was tried at all; by the manifest's button. */
const manifests = [
  { label: 'HLS', heard: ['hls-steering', 'hls-variant'], refused: /film\/\S+ (?:playlist|manifest)/ },
  { label: 'DASH', heard: ['dash-steering', 'dash-metrics', 'dash-callback'], refused: /^Nothing yet\.$/ },
  { label: 'Live DASH', heard: ['dash-clock', 'dash-metrics'], refused: /clock clock/ }
];

for (const { label, heard, refused } of manifests) {
  test(`${label}: the stranger hears of the engine without a guard, and of jet-player nothing`, async ({ page, demo }) => {
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
