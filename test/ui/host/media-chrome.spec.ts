import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { build } from 'esbuild';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expect, test } from '../../support/page-fixtures.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The real media-chrome, from its package. */
const mediaChromeCode = build({
  stdin: { contents: `import 'media-chrome'; import 'media-chrome/menu';`, resolveDir: root },
  bundle: true,
  write: false,
  format: 'esm'
}).then(({ outputFiles }) => outputFiles[0]!.text);

const menuMarkup = (name: string) =>
  `<media-${name}-menu-button></media-${name}-menu-button><media-${name}-menu hidden anchor="auto"></media-${name}-menu>`;
const markup = `<!doctype html><html lang="en"><meta charset="utf-8"><title>media-chrome</title>
  <script type="module" src="/media-chrome.js"></script>
  <script type="module" src="/dist/jet-player.js"></script>
  <media-controller style="width:800px">
    <jet-player slot="media" nocontrols muted src="/media/cmaf/master.m3u8" style="width:800px"></jet-player>
    <media-control-bar>
      <media-play-button></media-play-button><media-mute-button></media-mute-button><media-volume-range></media-volume-range>
      <media-time-range></media-time-range><media-time-display showduration></media-time-display>
      ${['rendition', 'audio-track', 'captions', 'playback-rate'].map(menuMarkup).join('')}
    </media-control-bar>
  </media-controller>`;

/** Calls a function with the player in the page, and returns its result. */
const readPlayer = <T>(tab: Page, read: (player: JetPlayer) => T) => tab.locator('jet-player').evaluate(read as (element: Element) => T);

/** Opens a menu of media-chrome and selects the item with this text. */
async function chooseItem(tab: Page, name: string, text: RegExp): Promise<void> {
  await tab.locator(`media-${name}-menu-button`).click();
  await tab.locator(`media-${name}-menu`).getByRole('menuitemradio', { name: text }).click();
}

const itemsOf = (tab: Page, name: string): Locator => tab.locator(`media-${name}-menu media-chrome-menu-item`);

test.beforeEach(async ({ page: tab, demo }) => {
  const code = await mediaChromeCode;
  await tab.route('**/media-chrome.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
  await tab.route('**/chrome.html', (route) => route.fulfill({ contentType: 'text/html', body: markup }));
  await tab.goto(`${demo}/chrome.html`);
  await tab.waitForFunction(() => document.querySelector<JetPlayer>('jet-player')!.readyState >= 2);
});

test('play, seek and volume of media-chrome control the player', async ({ page: tab }) => {
  await tab.locator('media-play-button').click();
  await expect.poll(() => readPlayer(tab, (player) => !player.paused && player.currentTime > 0.2)).toBe(true);
  await expect(tab.locator('media-controller')).not.toHaveAttribute('mediapaused');

  const duration = await readPlayer(tab, (player) => player.duration);
  const { x, y, width, height } = (await tab.locator('media-time-range').boundingBox())!;
  await tab.mouse.click(x + width / 2, y + height / 2);
  await expect.poll(() => readPlayer(tab, (player) => player.currentTime)).toBeGreaterThan(duration * 0.35);
  await tab.locator('media-play-button').click();
  await expect.poll(() => readPlayer(tab, (player) => player.paused)).toBe(true);

  await tab.locator('media-mute-button').click();
  await expect.poll(() => readPlayer(tab, (player) => player.muted)).toBe(false);
  const volumeRange = (await tab.locator('media-volume-range').boundingBox())!;
  await tab.mouse.click(volumeRange.x + volumeRange.width * 0.3, volumeRange.y + volumeRange.height / 2);
  await expect.poll(() => readPlayer(tab, (player) => player.volume)).toBeLessThan(0.6);
});

test('the menus of media-chrome list and select renditions, audio tracks, captions and speed', async ({ page: tab }) => {
  await expect(itemsOf(tab, 'rendition')).toHaveCount(4);
  await chooseItem(tab, 'rendition', /720p/);
  await expect.poll(() => readPlayer(tab, ({ videoRenditions: list }) => list[list.selectedIndex]?.height)).toBe(720);
  await chooseItem(tab, 'rendition', /Auto/);
  await expect.poll(() => readPlayer(tab, ({ videoRenditions: list }) => list.selectedIndex)).toBe(-1);

  await chooseItem(tab, 'audio-track', /Nederlands/);
  await expect.poll(() => readPlayer(tab, ({ audioTracks }) => [...audioTracks].find(({ enabled }) => enabled)?.language)).toBe('nl');

  await chooseItem(tab, 'captions', /Nederlands/);
  await expect.poll(() => readPlayer(tab, ({ textTracks }) => [...textTracks].find(({ mode }) => mode === 'showing')?.language)).toBe('nl');
  await chooseItem(tab, 'captions', /Off/);
  await expect.poll(() => readPlayer(tab, ({ textTracks }) => [...textTracks].some(({ mode }) => mode === 'showing'))).toBe(false);

  await chooseItem(tab, 'playback-rate', /1.5/);
  await expect.poll(() => readPlayer(tab, (player) => player.playbackRate)).toBe(1.5);
});
