import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { captions, choose, hover, paused, refused } from './acts.js';
import type { Look } from './states.js';

const touch = { hasTouch: true, isMobile: true };

/** A phone, a small embed and a desktop, as `context` and the width of the player. */
export const sizes: readonly (readonly [name: string, Pick<Look, 'width' | 'context'>])[] = [
  ['390 x 844', { width: 390, context: { ...touch, viewport: { width: 390, height: 844 } } }],
  ['320 x 180, touch', { width: 320, context: { ...touch, viewport: { width: 320, height: 180 } } }],
  ['320 x 180', { width: 320, context: { viewport: { width: 320, height: 180 } } }],
  ['1280 x 720', { width: 1280, context: { viewport: { width: 1280, height: 720 } } }]
];

const evaluate = (page: Page, change: (player: JetPlayer) => unknown) => page.locator('jet-player').evaluate(change);

/** Captions are on, and the player muted the audio by itself. */
export async function unmute(page: Page): Promise<void> {
  await captions(page);
  await evaluate(page, async (player) => {
    Object.defineProperty(player, 'autoMuted', { value: true });
    player.requestUpdate();
    await player.updateComplete;
  });
}

/** Plays faster than normal. */
export async function fast(page: Page): Promise<void> {
  await paused(page);
  await evaluate(page, (player) => void (player.playbackRate = 1.5));
  await page.locator('jet-player [part=speed]').waitFor();
}

/** Captions are on at the top of the video, under the prompt and the title. */
async function atTop(page: Page): Promise<void> {
  await unmute(page);
  await evaluate(page, (player) => player.player!.captions.setStyle({ position: 'top' }));
}

/** A press on the seek bar that is held. */
async function scrub(page: Page): Promise<void> {
  await captions(page);
  const { x, y, width, height } = (await page.locator('jet-player [part=seek]').boundingBox())!;
  await page.mouse.move(x + width * 0.4, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.5, y + height / 2, { steps: 2 });
  await page.locator('jet-preview[fills] canvas:not([hidden])').waitFor();
}

/** The mouse rests on the seek bar, and the preview is shown. */
async function preview(page: Page): Promise<void> {
  await captions(page);
  const { x, y, width, height } = (await page.locator('jet-player [part=seek]').boundingBox())!;
  await page.mouse.move(x + width * 0.5, y + height / 2);
  await page.locator('jet-preview canvas:not([hidden])').waitFor();
}

/** The mouse rests on a button, and its tooltip is shown. */
async function tooltip(page: Page): Promise<void> {
  await captions(page);
  await page.locator('jet-player [part=settings]').hover();
}

async function ended(page: Page): Promise<void> {
  await captions(page);
  await evaluate(page, async (player) => {
    const { video } = player;
    Object.defineProperty(video, 'ended', { value: true });
    video.dispatchEvent(new Event('ended'));
    await player.updateComplete;
  });
}

const opened = (line: string) => choose(line, captions);

/** States in which controls, prompts, previews and menus compete with the captions for room. */
export const states: readonly (readonly [name: string, act: (page: Page) => Promise<void>, needs?: 'mouse'])[] = [
  ['poster, with the mouse over it', (page) => hover(page)],
  ['refused', refused],
  ['captions', captions],
  ['unmute', unmute],
  ['captions at the top', atTop],
  ['ended', ended],
  ['preview', preview, 'mouse'],
  ['scrub', scrub],
  ['tooltip', tooltip, 'mouse'],
  ['menu of captions', opened('captions')],
  ['privacy', opened('privacy')]
];
