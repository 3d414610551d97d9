import { listen } from '../lib/listen.js';
import type { Readable } from '../lib/store.js';
import { chosenRate, holdRate } from './chosen-rate.js';
import type { StreamState } from './engine.js';
import type { Session } from './feature.js';

export interface CatchUpContext {
  readonly video: HTMLVideoElement;
  readonly session: Session;
  readonly stream: Readable<StreamState>;
}

/** Too small a change to be heard, and large enough to make up a second in half a minute. */
const step = 0.04;

/** The pitch stays, and a start that came three seconds late is made up in half a minute; for a channel of low latency only. */
const stride = 0.1;

/** Seconds: from `far` on it strides; what is farther behind than `reach` is not made up by speed; small differences are let be. */
const reach = 8;
const far = 1;
const begins = 0.4;
const ends = 0.1;

/** Seconds of target latency up to which a channel counts as one of low latency. */
const low = 5;

/** Seconds of picture that must be there before it may go faster. */
const reserve = 0.8;

/**
 * Holds a live viewer at the target latency by playing a little faster or slower, near the live edge and at normal speed only. Who fell
 * far behind without having asked for it, as after a device's sleep, is brought back, where the channel is one of low latency.
 *
 * Engines would do this themselves, each in its own way, and take the viewer's own speed away for it.
 */
export function keepLatency({ video, session, stream }: CatchUpContext, signal: AbortSignal): void {
  let onPurpose = false;
  const late = () => (session.engine?.latency?.() ?? NaN) - (stream.current.live?.targetLatency ?? NaN);
  // An engine knows the latency anew only at the next `timeupdate`, and not yet as a seek begins.
  const chosen = () => void (onPurpose = (session.engine?.liveEdge() ?? NaN) - video.currentTime >= reach);
  const adjust = () => {
    if (!stream.current.live || chosenRate(video) !== 1) return;
    const behind = late();
    const lively = stream.current.live.targetLatency < low;
    if (behind >= reach && !onPurpose && !video.seeking && !video.paused && lively) {
      const edge = session.engine?.liveEdge() ?? null;
      if (edge !== null && edge > video.currentTime) video.currentTime = edge;
      return;
    }
    const turned = Math.abs(video.playbackRate - 1) > 0.001;
    const off = Math.abs(behind) > (turned ? ends : begins) && behind < reach;
    const change = lively && Math.abs(behind) > far ? stride : step;
    const rate = !off || (behind > 0 && ahead(video) < reserve) ? 1 : behind > 0 ? 1 + change : 1 - change;
    holdRate(video, rate);
  };
  // A seek that ends says `timeupdate` before it says `seeked`.
  listen(video, 'seeking seeked play', chosen, signal);
  listen(video, 'timeupdate seeked waiting', adjust, signal);
}

/** Seconds of picture after the one that is shown. */
function ahead({ buffered, currentTime }: HTMLVideoElement): number {
  for (let i = 0; i < buffered.length; i++)
    if (buffered.start(i) <= currentTime && currentTime < buffered.end(i)) return buffered.end(i) - currentTime;
  return 0;
}
