import type { Browser, Page } from '@playwright/test';

/** One state of the interface: what stands in the page, how wide, in which surroundings, and what was done to get there. */
export interface Look {
  readonly name: string;
  readonly attributes: string;
  readonly width?: number;
  readonly dir?: 'rtl';
  readonly lang?: string;
  readonly context?: Parameters<Browser['newContext']>[0];
  act?(page: Page): Promise<void>;
}

const film = 'src="/media/cmaf/master.m3u8" poster="/media/poster.jpg" title-text="A day on the delta" muted';
const hover = (page: Page) => page.locator('jet-player').hover({ position: { x: 120, y: 90 } });

/** Plays to the twelfth second and stops there, so that a picture is the same every time. */
async function playing(page: Page): Promise<void> {
  await page.locator('jet-player').evaluate(async (player) => {
    await player.play();
    player.currentTime = 12;
    await new Promise((resolve) => player.addEventListener('seeked', resolve, { once: true }));
    player.pause();
  });
  await hover(page);
}

async function menu(page: Page): Promise<void> {
  await playing(page);
  await page.locator('jet-player').getByRole('button', { name: 'Settings' }).click();
}

async function failed(page: Page): Promise<void> {
  await page.locator('jet-player').getByRole('alert').waitFor();
}

/** Live does not stand still: it is looked at while it plays. */
async function live(page: Page): Promise<void> {
  await page.locator('jet-player').evaluate((player) => player.play());
  await page.waitForFunction(() => document.querySelector('jet-player')!.currentTime > 0);
  await hover(page);
}

/** Every state that is shown to axe, and of which `npm run screenshots` takes a picture. */
export const looks: readonly Look[] = [
  { name: 'poster', attributes: film },
  { name: 'paused', attributes: film, act: playing },
  { name: 'menu', attributes: film, act: menu },
  {
    name: 'menu-quality',
    attributes: film,
    async act(page) {
      await menu(page);
      await page.getByRole('menuitem', { name: /Quality/ }).click();
    }
  },
  {
    name: 'captions',
    attributes: film,
    async act(page) {
      await playing(page);
      await page.locator('jet-player').press('c');
      await hover(page);
    }
  },
  {
    name: 'privacy',
    attributes: film,
    async act(page) {
      await menu(page);
      await page.getByRole('menuitem', { name: 'Privacy' }).click();
    }
  },
  {
    name: 'shortcuts',
    attributes: film,
    async act(page) {
      await playing(page);
      await page.locator('jet-player').press('?');
    }
  },
  { name: 'error', attributes: 'src="/media/none.m3u8" poster="/media/poster.jpg"', act: failed },
  { name: 'live', attributes: 'src="/live/hls/master.m3u8" title-text="Delta live" muted', act: live },
  { name: 'narrow', attributes: film, width: 320, act: playing },
  { name: 'narrow-menu', attributes: film, width: 320, act: menu },
  { name: 'rtl', attributes: film, dir: 'rtl', act: playing },
  { name: 'german', attributes: film, lang: 'de', act: playing },
  { name: 'light', attributes: film, context: { colorScheme: 'light' }, act: menu },
  { name: 'dark', attributes: film, context: { colorScheme: 'dark' }, act: menu },
  { name: 'forced-colours', attributes: film, context: { forcedColors: 'active' }, act: menu },
  { name: 'reduced-motion', attributes: film, context: { reducedMotion: 'reduce' }, act: playing }
];

/** The page around the player, in which nothing else can draw the eye. */
export const pageOf = ({ attributes, width = 960, dir = 'ltr' as const, lang = 'en' }: Look): string => `<!doctype html>
<html lang="${lang}" dir="${dir}">
  <meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>jet-player</title>
  <link rel="stylesheet" href="/looks.css">
  <script type="module" src="/dist/jet-player.js"></script>
  <main><h1>jet-player</h1><jet-player ${attributes} data-width="${width}"></jet-player></main>
</html>`;

export const styleOf = ({ width = 960 }: Look): string =>
  `body { margin: 0; background: Canvas } h1 { position: absolute; inset-block-start: -99px } jet-player { display: block; inline-size: ${width}px; aspect-ratio: 16 / 9 }`;
