import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { captions, choose, failed, hover, interrupted, paused, press, refused } from './acts.js';
import { held, playlistPanel, savingData, shared, upNext } from './function-acts.js';
import type { Look } from './states.js';

const touch = { hasTouch: true, isMobile: true };

/** A phone, a small embed and a desktop, as `context` and the width of the player. */
export const sizes: readonly (readonly [name: string, Pick<Look, 'width' | 'context'>])[] = [
  ['390 x 844', { width: 390, context: { ...touch, viewport: { width: 390, height: 844 } } }],
  ['320 x 180, touch', { width: 320, context: { ...touch, viewport: { width: 320, height: 180 } } }],
  ['320 x 180', { width: 320, context: { viewport: { width: 320, height: 180 } } }],
  ['1280 x 720', { width: 1280, context: { viewport: { width: 1280, height: 720 } } }]
];

/** The size with the least room: a small embed with a finger, which needs the largest controls. `npm run test:wide` tests the others. */
export const smallest = sizes.filter(({ 0: name }) => name === '320 x 180, touch');

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

/** The shown cue is at a line in percent of the video, by its settings. */
const lineAt = (line: number, snapToLines: boolean) => async (page: Page) => {
  await captions(page);
  await page.locator('jet-player').evaluate(
    async (player: JetPlayer, [at, snaps]) => {
      const track = [...player.video.textTracks].find(({ mode }) => mode === 'showing')!;
      const root = () => player.shadowRoot!.querySelector('jet-captions')!.shadowRoot!;
      for (const cue of [...track.activeCues!] as VTTCue[]) {
        const { startTime, endTime, text } = cue;
        track.removeCue(cue);
        track.addCue(Object.assign(new VTTCue(startTime, endTime, text), { snapToLines: snaps, line: at, lineAlign: 'center' }));
      }
      while (!root().querySelector('.low')) await new Promise(requestAnimationFrame);
    },
    [line, snapToLines] as const
  );
  await hover(page);
};

/** Before playback starts again, with the big play button. */
const beforeStart = (act: (page: Page) => Promise<void>) => async (page: Page) => {
  await act(page);
  await evaluate(page, async (player) => {
    player.player!.session.dispatchEvent(new Event('autoplayblocked'));
    await player.updateComplete;
  });
};

/** Captions are on, and another state of the player begins. */
const after = (act: (page: Page) => Promise<void>) => async (page: Page) => {
  await captions(page);
  await act(page);
};

/** The list of chapters is open, by its button where there is one. */
async function chapterMenu(page: Page): Promise<void> {
  await captions(page);
  const button = page.locator('jet-player [part=chapter]').getByRole('button');
  if (await button.isVisible()) await button.click();
  else await choose('chapters', () => Promise.resolve())(page);
}

/** A source that does not exist. */
async function error(page: Page): Promise<void> {
  await captions(page);
  await evaluate(page, (player) => void (player.src = '/media/none.m3u8'));
  await failed(page);
}

/** A source on a host that is not allowed. */
async function blocked(page: Page): Promise<void> {
  await captions(page);
  await evaluate(page, (player) => void player.player!.load([{ src: 'https://third-party.test/video.m3u8' }]));
  await failed(page);
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
  ['captions in the middle', lineAt(50, false)],
  ['captions in the middle, by line number', lineAt(7, true)],
  ['captions in the lower half, by line number', lineAt(8, true)],
  ['captions in the middle, refused', beforeStart(lineAt(50, false))],
  ['menu', after((page) => page.locator('jet-player [part=settings]').getByRole('button').click())],
  ['menu of captions', opened('captions')],
  ['menu of quality', opened('quality')],
  ['menu of speed', opened('speed')],
  ['menu of chapters', chapterMenu],
  ['privacy', opened('privacy')],
  ['statistics', opened('statistics')],
  // On a phone, their sheet covers the video.
  ['caption style', opened('caption-style'), 'mouse'],
  ['transcript', opened('transcript'), 'mouse'],
  ['shortcuts', after((page) => press(page, '?')), 'mouse'],
  ['playlist', playlistPanel(captions)],
  ['up next', upNext(captions)],
  ['share', shared(captions)],
  ['data saver', savingData(captions)],
  ['double speed', held(captions)],
  ['waiting', after(interrupted('unavailable'))],
  ['reconnecting', after(interrupted('reconnecting'))],
  ['error', error],
  ['blocked source', blocked]
];
