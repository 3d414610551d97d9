import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import {
  showCaptions,
  chooseSetting,
  waitForError,
  hoverVideo,
  interruptPlayback,
  pauseAndHover,
  pressKey,
  blockAutoplay
} from './acts.js';
import { holdDoubleSpeed, openPlaylistPanel, switchDataSaverOn, openSharePanel, showUpNext } from './feature-acts.js';
import type { InterfaceState } from './states.js';

const touch = { hasTouch: true, isMobile: true };

/** The sizes of a phone, a small embed and a desktop: the width of the player, and its window. */
export const playerSizes: readonly (readonly [name: string, Pick<InterfaceState, 'width' | 'context'>])[] = [
  ['390 x 844', { width: 390, context: { ...touch, viewport: { width: 390, height: 844 } } }],
  ['320 x 180, touch', { width: 320, context: { ...touch, viewport: { width: 320, height: 180 } } }],
  ['320 x 180', { width: 320, context: { viewport: { width: 320, height: 180 } } }],
  ['1280 x 720', { width: 1280, context: { viewport: { width: 1280, height: 720 } } }]
];

/**
 * The size with the least room: a small embed on a touch screen, which needs the largest controls. `npm run test:wide` tests all sizes.
 */
export const smallestSizes = playerSizes.filter(({ 0: name }) => name === '320 x 180, touch');

const evaluatePlayer = (page: Page, change: (player: JetPlayer) => unknown) => page.locator('jet-player').evaluate(change);

/** Shows captions and the prompt to unmute, as after the player has muted itself to start playback. */
export async function showUnmutePrompt(page: Page): Promise<void> {
  await showCaptions(page);
  await evaluatePlayer(page, async (player) => {
    Object.defineProperty(player, 'autoMuted', { value: true });
    player.requestUpdate();
    await player.updateComplete;
  });
}

/** Sets a higher playback rate, so that the control for the speed is shown. */
export async function playFaster(page: Page): Promise<void> {
  await pauseAndHover(page);
  await evaluatePlayer(page, (player) => void (player.playbackRate = 1.5));
  await page.locator('jet-player [part=speed]').waitFor();
}

/** Shows captions at the top of the video, where the prompt and the title are. */
async function moveCaptionsToTop(page: Page): Promise<void> {
  await showUnmutePrompt(page);
  await evaluatePlayer(page, (player) => player.player!.captions.setStyle({ position: 'top' }));
}

/** Moves the shown cue to a line of the video: a line number with `snapToLines`, otherwise a percentage of the height. */
const moveCueToLine = (line: number, snapToLines: boolean) => async (page: Page) => {
  await showCaptions(page);
  await page.locator('jet-player').evaluate(
    async (player: JetPlayer, [position, snap]) => {
      const track = [...player.video.textTracks].find(({ mode }) => mode === 'showing')!;
      const root = () => player.shadowRoot!.querySelector('jet-captions')!.shadowRoot!;
      for (const cue of [...track.activeCues!] as VTTCue[]) {
        const { startTime, endTime, text } = cue;
        track.removeCue(cue);
        track.addCue(Object.assign(new VTTCue(startTime, endTime, text), { snapToLines: snap, line: position, lineAlign: 'center' }));
      }
      while (!root().querySelector('.low')) await new Promise(requestAnimationFrame);
    },
    [line, snapToLines] as const
  );
  await hoverVideo(page);
};

/** Runs an action, and then shows the big play button as after blocked autoplay. */
const withBlockedAutoplay = (act: (page: Page) => Promise<void>) => async (page: Page) => {
  await act(page);
  await evaluatePlayer(page, async (player) => {
    player.player!.session.dispatchEvent(new Event('autoplayblocked'));
    await player.updateComplete;
  });
};

/** Shows captions, and then runs an action. */
const withCaptions = (act: (page: Page) => Promise<void>) => async (page: Page) => {
  await showCaptions(page);
  await act(page);
};

/** Opens the list of chapters, with its button if the button is shown, otherwise in the settings. */
async function openChapters(page: Page): Promise<void> {
  await showCaptions(page);
  const button = page.locator('jet-player [part=chapter]').getByRole('button');
  if (await button.isVisible()) await button.click();
  else await chooseSetting('chapters', () => Promise.resolve())(page);
}

/** Shows captions, and then loads a source that does not exist. */
async function showError(page: Page): Promise<void> {
  await showCaptions(page);
  await evaluatePlayer(page, (player) => void (player.src = '/media/none.m3u8'));
  await waitForError(page);
}

/** Shows captions, and then loads a source on a host that is not allowed. */
async function showBlockedSource(page: Page): Promise<void> {
  await showCaptions(page);
  await evaluatePlayer(page, (player) => void player.player!.load([{ src: 'https://third-party.test/video.m3u8' }]));
  await waitForError(page);
}

/** Presses the mouse on the seek bar, moves it, and does not release it. */
async function holdSeekBar(page: Page): Promise<void> {
  await showCaptions(page);
  const { x, y, width, height } = (await page.locator('jet-player [part=seek]').boundingBox())!;
  await page.mouse.move(x + width * 0.4, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.5, y + height / 2, { steps: 2 });
  await page.locator('jet-preview[fills] canvas:not([hidden])').waitFor();
}

/** Moves the mouse onto the seek bar, so that the preview is shown. */
async function showSeekPreview(page: Page): Promise<void> {
  await showCaptions(page);
  const { x, y, width, height } = (await page.locator('jet-player [part=seek]').boundingBox())!;
  await page.mouse.move(x + width * 0.5, y + height / 2);
  await page.locator('jet-preview canvas:not([hidden])').waitFor();
}

/** Moves the mouse onto a button, so that its tooltip is shown. */
async function showTooltip(page: Page): Promise<void> {
  await showCaptions(page);
  await page.locator('jet-player [part=settings]').hover();
}

async function endPlayback(page: Page): Promise<void> {
  await showCaptions(page);
  await evaluatePlayer(page, async (player) => {
    const { video } = player;
    Object.defineProperty(video, 'ended', { value: true });
    video.dispatchEvent(new Event('ended'));
    await player.updateComplete;
  });
}

const openSetting = (key: string) => chooseSetting(key, showCaptions);

/** States in which controls, prompts, previews and menus could cover the captions. `needs` says that the state requires a mouse. */
export const captionStates: readonly (readonly [name: string, act: (page: Page) => Promise<void>, needs?: 'mouse'])[] = [
  ['poster, with the mouse over it', (page) => hoverVideo(page)],
  ['refused', blockAutoplay],
  ['captions', showCaptions],
  ['unmute', showUnmutePrompt],
  ['captions at the top', moveCaptionsToTop],
  ['ended', endPlayback],
  ['preview', showSeekPreview, 'mouse'],
  ['scrub', holdSeekBar],
  ['tooltip', showTooltip, 'mouse'],
  ['captions in the middle', moveCueToLine(50, false)],
  ['captions in the middle, by line number', moveCueToLine(7, true)],
  ['captions in the lower half, by line number', moveCueToLine(8, true)],
  ['captions in the middle, refused', withBlockedAutoplay(moveCueToLine(50, false))],
  ['menu', withCaptions((page) => page.locator('jet-player [part=settings]').getByRole('button').click())],
  ['menu of captions', openSetting('captions')],
  ['menu of quality', openSetting('quality')],
  ['menu of speed', openSetting('speed')],
  ['menu of chapters', openChapters],
  ['privacy', openSetting('privacy')],
  ['statistics', openSetting('statistics')],
  // On a touch screen, a sheet with the next three panels covers the video.
  ['caption style', openSetting('caption-style'), 'mouse'],
  ['transcript', openSetting('transcript'), 'mouse'],
  ['shortcuts', withCaptions((page) => pressKey(page, '?')), 'mouse'],
  ['playlist', openPlaylistPanel(showCaptions)],
  ['up next', showUpNext(showCaptions)],
  ['share', openSharePanel(showCaptions)],
  ['data saver', switchDataSaverOn(showCaptions)],
  ['double speed', holdDoubleSpeed(showCaptions)],
  ['waiting', withCaptions(interruptPlayback('unavailable'))],
  ['reconnecting', withCaptions(interruptPlayback('reconnecting'))],
  ['error', showError],
  ['blocked source', showBlockedSource]
];

/** The states that `npm test` checks: one with each kind of content over the video. `npm run test:wide` checks all of them. */
export const representativeStates = captionStates.filter(([name]) =>
  ['refused', 'captions', 'unmute', 'scrub', 'captions in the middle', 'menu', 'privacy', 'up next', 'reconnecting', 'error'].includes(name)
);
