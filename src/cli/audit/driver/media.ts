import type { Targets } from '../targets.js';
import { callInPage, findElements, type FoundElement } from './elements.js';
import { boxOnPage } from './pointer.js';

/** The state of a media element; times in seconds, an unlimited duration as -1. */
interface ElementState {
  readonly paused: boolean;
  readonly time: number;
  readonly duration: number;
  /** Seconds of it that have been played. Setting the position adds nothing. */
  readonly watched: number;
  /** Whether it has failed to load its source. */
  readonly failed: boolean;
}

function stateInPage(this: HTMLElement): ElementState {
  const media = this as HTMLMediaElement;
  let watched = 0;
  for (let index = 0; index < media.played.length; index += 1) watched += media.played.end(index) - media.played.start(index);
  return {
    watched,
    paused: media.paused,
    time: media.currentTime,
    duration: Number.isFinite(media.duration) ? media.duration : -1,
    failed: media.error !== null
  };
}

export const stateOf = (media: FoundElement): Promise<ElementState | undefined> => callInPage(media, stateInPage);

/** Returns the main video of the page: the one that plays, else the largest visible one. Returns an audio element if there is no video. */
export async function mainMedia(targets: Targets): Promise<FoundElement | undefined> {
  const mediaElements = await findElements(targets, ({ tag }) => tag === 'VIDEO' || tag === 'AUDIO');
  const candidates = await Promise.all(
    mediaElements.map(async (media) => {
      const [state, box] = [await stateOf(media), await boxOnPage(media, false)];
      return { media, weight: (box ? box.width * box.height : 0) + (state && !state.paused ? 1e9 : 0) };
    })
  );
  return candidates.sort((a, b) => b.weight - a.weight)[0]?.media;
}

/** Milliseconds between two checks of a media element. */
const checkInterval = 250;

/**
 * Whether a media element plays within `limit` milliseconds: its playback position advances, or it plays to its end at once. An
 * element that waits for data is not paused and plays nothing. Only the pauses between the checks count towards the limit: on a busy
 * machine the page starts more slowly, and each check takes longer too.
 */
export async function plays(find: () => Promise<FoundElement | undefined>, limit: number, signal: AbortSignal): Promise<boolean> {
  let previousTime = -1;
  let initiallyWatched: number | undefined;
  for (let waited = 0; waited < limit && !signal.aborted; waited += checkInterval) {
    const media = await find();
    const state = media && (await stateOf(media));
    if (state?.failed) return false;
    initiallyWatched ??= state?.watched;
    if (state && !state.paused && previousTime >= 0 && state.time > previousTime && state.watched > 0) return true;
    if (state && initiallyWatched !== undefined && state.watched > initiallyWatched) return true;
    previousTime = state && !state.paused ? state.time : -1;
    await new Promise((resolve) => setTimeout(resolve, checkInterval));
  }
  return false;
}
