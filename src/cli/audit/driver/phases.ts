import type { CdpSession } from '../cdp.js';
import type { Evidence, PhaseName } from '../evidence.js';
import type { Targets } from '../targets.js';
import { menuButtons, muteButtons, playButtons, seekBars, volumeBars } from './buttons.js';
import { callInPage } from './elements.js';
import { mainMedia, plays, stateOf } from './media.js';
import { click, press } from './pointer.js';

/** What a phase uses: the browser's targets, and the times to wait. */
export interface PhaseContext {
  readonly page: CdpSession;
  readonly targets: Targets;
  readonly evidence: Evidence;
  readonly signal: AbortSignal;
  /** Waits until at least `seconds` have passed and no request has started for one second, but at most three times as long. */
  settle(seconds: number): Promise<void>;
  /** How long to watch the video play, in seconds. */
  readonly watch: number;
}

/** One action of a viewer. */
interface Phase {
  readonly name: Exclude<PhaseName, 'load'>;
  /** Resolves to a description of the action, in plain words. */
  act(context: PhaseContext): Promise<string>;
}

/** Milliseconds within which the playback position must advance after a click. */
const playbackTimeout = 8_000;

function startInPage(this: HTMLElement): void {
  void (this as HTMLMediaElement).play().catch(() => undefined);
}

function pauseInPage(this: HTMLElement): void {
  (this as HTMLMediaElement).pause();
}

function seekInPage(this: HTMLElement): void {
  const media = this as HTMLMediaElement;
  const { seekable } = media;
  const end = Number.isFinite(media.duration) ? media.duration : seekable.length ? seekable.end(seekable.length - 1) : 0;
  const start = seekable.length ? seekable.start(0) : 0;
  media.currentTime = start + (end - start) * 0.6;
}

/** Clicks the play button, else the video. If no click starts playback, it calls `play()` of the video. */
async function play({ page, targets, evidence, signal, settle, watch }: PhaseContext): Promise<string> {
  const findMedia = async (): ReturnType<typeof mainMedia> => {
    const element = await mainMedia(targets);
    evidence.foundMedia ||= element !== undefined;
    return element;
  };
  const watchThenReport = async (description: string, played = true): Promise<string> => {
    evidence.played = played;
    await settle(watch);
    return description;
  };
  const initialMedia = await findMedia();
  const initialState = initialMedia && (await stateOf(initialMedia));
  if (initialState && !initialState.paused && (await plays(findMedia, playbackTimeout, signal)))
    return watchThenReport('The video played by itself.');
  const [button] = await playButtons(targets);
  if (button && (await click(page, button)) && (await plays(findMedia, playbackTimeout, signal)))
    return watchThenReport('Clicked the play button; the video played.');
  const video = await findMedia();
  const videoState = video && (await stateOf(video));
  if (video && videoState?.paused && (await click(page, video)) && (await plays(findMedia, playbackTimeout / 2, signal)))
    return watchThenReport('Clicked the video; it played.');
  const currentMedia = await findMedia();
  if (currentMedia) await callInPage(currentMedia, startInPage);
  if (currentMedia && (await plays(findMedia, playbackTimeout, signal)))
    return watchThenReport('No click started the video; called its play().');
  return watchThenReport(currentMedia ? 'The video could not be started.' : 'Found no video or audio element.', false);
}

async function seek({ page, targets, evidence, signal, settle }: PhaseContext): Promise<string> {
  const media = await mainMedia(targets);
  if (!media) return 'Found no video to seek in.';
  const initialTime = (await stateOf(media))?.time ?? 0;
  await callInPage(media, seekInPage);
  const [bar] = await seekBars(targets);
  const clicked = Boolean(bar && (await click(page, bar, 0.4)));
  if (await plays(() => Promise.resolve(media), playbackTimeout / 2, signal)) evidence.played = true;
  await settle(2);
  const currentTime = (await stateOf(media))?.time ?? 0;
  if (Math.abs(currentTime - initialTime) < 1) return 'Set the position; the video did not follow.';
  return clicked ? 'Set the position, and clicked the seek bar.' : 'Set the position; found no seek bar to click.';
}

/** Opens menus and changes the volume, because players often store preferences then. */
async function menu({ page, targets, settle }: PhaseContext): Promise<string> {
  const actions: string[] = [];
  const menus = (await menuButtons(targets)).slice(0, 3);
  for (const button of menus) if (await click(page, button)) actions.push('opened a menu');
  if (menus.length) await press(page, 'Escape');
  const [mute] = await muteButtons(targets);
  if (mute && (await click(page, mute))) actions.push('pressed the mute button');
  const [volume] = await volumeBars(targets);
  if (volume && (await click(page, volume, 0.6))) actions.push('clicked the volume bar');
  await settle(2);
  return actions.length ? `${[...new Set(actions)].join(', ').replace(/^./, (letter) => letter.toUpperCase())}.` : 'Found no menu to open.';
}

async function pause({ page, targets, settle }: PhaseContext): Promise<string> {
  const media = await mainMedia(targets);
  if (!media) return 'Found no video to pause.';
  const isPaused = async (): Promise<boolean> => (await stateOf(media))?.paused !== false;
  if (await isPaused()) return 'The video was not playing.';
  await click(page, media);
  await settle(1);
  const byClick = await isPaused();
  if (!byClick) await callInPage(media, pauseInPage);
  await settle(1);
  return byClick ? 'Clicked the video; it paused.' : 'Paused the video by its pause().';
}

/** Navigates to an empty page, so that the audited page sends its last requests. */
async function leave({ page, settle }: PhaseContext): Promise<string> {
  await page.trySend('Page.navigate', { url: 'about:blank' });
  await settle(2);
  return 'Left the page.';
}

/** The actions of a viewer after the page has loaded, in this order. */
export const phases: readonly Phase[] = [
  { name: 'play', act: play },
  { name: 'seek', act: seek },
  { name: 'menu', act: menu },
  { name: 'pause', act: pause },
  { name: 'leave', act: leave }
];
