import type { Targets } from '../targets.js';
import { ask, findElements, type Found } from './elements.js';
import { boxOnPage } from './pointer.js';

/** The state of a media element; times in seconds, an unlimited duration as -1. */
interface MediaState {
  readonly paused: boolean;
  readonly time: number;
  readonly duration: number;
  /** It has failed to load its source. */
  readonly failed: boolean;
}

function stateInPage(this: HTMLElement): MediaState {
  const media = this as HTMLMediaElement;
  return {
    paused: media.paused,
    time: media.currentTime,
    duration: Number.isFinite(media.duration) ? media.duration : -1,
    failed: media.error !== null
  };
}

export const stateOf = (media: Found): Promise<MediaState | undefined> => ask(media, stateInPage);

/** The video that a viewer would call the player: the one that plays, else the largest visible one; audio if there is no video. */
export async function mainMedia(targets: Targets): Promise<Found | undefined> {
  const all = await findElements(targets, ({ tag }) => tag === 'VIDEO' || tag === 'AUDIO');
  const weighed = await Promise.all(
    all.map(async (media) => {
      const [state, box] = [await stateOf(media), await boxOnPage(media, false)];
      return { media, weight: (box ? box.width * box.height : 0) + (state && !state.paused ? 1e9 : 0) };
    })
  );
  return weighed.sort((a, b) => b.weight - a.weight)[0]?.media;
}

/** Whether the playback position of a media element advances within `limit` milliseconds. */
export async function plays(find: () => Promise<Found | undefined>, limit: number, signal: AbortSignal): Promise<boolean> {
  const end = Date.now() + limit;
  let last = -1;
  while (Date.now() < end && !signal.aborted) {
    const media = await find();
    const state = media && (await stateOf(media));
    if (state?.failed) return false;
    if (state && !state.paused && last >= 0 && state.time > last) return true;
    last = state && !state.paused ? state.time : -1;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}
