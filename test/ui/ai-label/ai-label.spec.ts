import type { Page, Route } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expect, test } from '../../support/page-fixtures.js';

/** Serves a page with a player that has these attributes, and opens it. */
async function openPlayer(page: Page, demo: string, attributes: string): Promise<void> {
  await page.route('**/label.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': "default-src 'self'; media-src blob: data:; img-src 'self' blob:" },
      body: `<!doctype html><html lang="en"><title>Page</title><script type="module" src="/dist/jet-player.js"></script><jet-player title-text="The mill" muted ${attributes}></jet-player></html>`
    })
  );
  await page.goto(`${demo}/label.html`);
  await page.waitForFunction(() => customElements.get('jet-player') !== undefined);
}

const labelIn = (page: Page) => page.locator('jet-player .ai-label');
const frameIn = (page: Page) => page.locator('jet-player [part=frame]');
const report = (page: Page) => page.locator('jet-player').evaluate((player: JetPlayer) => player.privacyReport().aiLabel);

/** Plays, and waits until time has passed. */
async function play(page: Page): Promise<void> {
  await page.locator('jet-player').evaluate((player: JetPlayer) => player.play());
  await page.waitForFunction(() => document.querySelector('jet-player')!.currentTime > 0.3);
}

const poster = 'src="/media/cmaf/master.m3u8" poster="/media/poster.jpg" load="play"';

test('the poster is shown together with the AI label, whose code loads at once', async ({ page, demo }) => {
  const held: Route[] = [];
  await page.route('**/chunks/ai-label-*.js', (route) => void held.push(route));
  await openPlayer(page, demo, `${poster} ai-label="generated"`);
  await expect.poll(() => held.length).toBe(1);
  await expect(frameIn(page)).toBeHidden();
  expect(await report(page)).toBe('hidden');
  await held[0]!.continue();
  await expect(labelIn(page)).toBeVisible();
  await expect(frameIn(page)).toBeVisible();
  expect(await report(page)).toBe('visible');
  expect(await page.locator('jet-player').evaluate((player: JetPlayer) => player.player!.state.current.playback.started)).toBe(false);
});

test('canary: a player without the attribute shows its poster at once, and does not load the code of the label', async ({ page, demo }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await openPlayer(page, demo, poster);
  await expect(frameIn(page)).toBeVisible();
  await expect(page.locator('jet-player').getByRole('button', { name: 'Play', exact: true }).first()).toBeVisible();
  expect(requests.filter((url) => url.includes('ai-label'))).toEqual([]);
  expect(requests.some((url) => url.includes('/chunks/'))).toBe(true);
});

test('a player whose AI label cannot be loaded shows the video, and reports the label as hidden', async ({ page, demo }) => {
  await page.route('**/chunks/ai-label-*.js', (route) => route.abort());
  await openPlayer(page, demo, 'src="/media/cmaf/master.m3u8" ai-label="generated"');
  await expect(frameIn(page)).toBeVisible();
  await play(page);
  expect(await report(page)).toBe('hidden');
});

test('the AI label is part of the description of the player, and of its text', async ({ page, demo }) => {
  await openPlayer(page, demo, `${poster} ai-label="modified"`);
  const region = page.getByRole('region', { name: 'Video player: The mill' });
  await expect(region).toHaveAccessibleDescription('Changed with AI');
  await expect(region.getByText('Changed with AI')).toBeVisible();
});

test('the AI label is visible in full screen, while the video plays', async ({ page, demo }) => {
  await openPlayer(page, demo, 'src="/media/cmaf/master.m3u8" ai-label="generated"');
  await play(page);
  // By keyboard, because the bar may hide before a slow machine clicks.
  await page.locator('jet-player').getByRole('button', { name: 'Full screen', exact: true }).press('Enter');
  await page.waitForFunction(() => document.fullscreenElement?.localName === 'jet-player');
  await expect(labelIn(page)).toBeVisible();
  expect(await report(page)).toBe('visible');
});

test('the AI label is in the window of picture-in-picture and in the player', async ({ page, demo }) => {
  await openPlayer(page, demo, 'src="/media/cmaf/master.m3u8" ai-label="generated"');
  await play(page);
  const [pip] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('jet-player').getByRole('button', { name: 'Picture in picture', exact: true }).press('Enter')
  ]);
  await expect(pip.locator('.ai-label')).toBeVisible();
  await expect(pip.locator('.ai-label')).toHaveText('AIMade with AI');
  await expect(labelIn(page)).toBeVisible();
});

test('the AI label stays until the video has ended, without an interface', async ({ page, demo }) => {
  await openPlayer(page, demo, 'src="/media/cmaf/master.m3u8" nocontrols ai-label="generated"');
  await play(page);
  expect(await report(page)).toBe('visible');
  await page.locator('jet-player').evaluate(async (player: JetPlayer) => {
    player.currentTime = player.duration - 0.4;
    if (!player.ended) await new Promise((resolve) => player.addEventListener('ended', resolve, { once: true }));
  });
  await expect(labelIn(page)).toBeVisible();
  expect(await report(page)).toBe('visible');
});
