import { listen } from '../../lib/listen.js';
import { rangesOf } from '../../lib/time-ranges.js';
import { chosenRate, setCatchUpRate } from '../playback-rate.js';
import type { Load } from './load.js';

/** Change of the playback rate that viewers do not hear; it catches up one second in half a minute. */
const smallRateChange = 0.04;

/** Change of the rate on low-latency channels: catches up three seconds in half a minute. The browser preserves the pitch. */
const largeRateChange = 0.1;

/** Difference to the target latency above which the rate starts to change. */
const startDifferenceSeconds = 0.4;
/** Difference below which the rate is normal again. */
const stopDifferenceSeconds = 0.1;
/** Difference above which the rate changes by `largeRateChange`. */
const largeDifferenceSeconds = 1;
/** Difference above which a changed rate would take too long to catch up. */
const maxCatchUpSeconds = 8;

/** Maximum target latency of a low-latency channel. */
const maxLowLatencySeconds = 5;

/** Video that must be buffered ahead before playback may speed up. */
const minBufferAheadSeconds = 0.8;

/**
 * Keeps a live stream at the target latency by changing the playback rate slightly, only near the live edge and while the viewer's rate
 * is 1. On a low-latency channel, seeks to the live edge when playback fell far behind unintentionally, as after the device slept.
 *
 * The player does this itself because each engine does it differently and overrides the viewer's own playback rate.
 */
export function startLiveCatchUp({ video, session, signal }: Load): void {
  const { stream } = session;
  let delayIsDeliberate = false;
  const difference = () => (session.engine?.latency?.() ?? NaN) - (stream.current.live?.targetLatency ?? NaN);
  // An engine updates the latency only at the next `timeupdate`: after a seek, `latency()` still belongs to the position before it.
  const isFarBehind = () => (session.engine?.livePosition() ?? NaN) - video.currentTime >= maxCatchUpSeconds;
  const onPositionChoice = () => void (delayIsDeliberate = isFarBehind());
  const adjust = () => {
    if (!stream.current.live || chosenRate(video) !== 1) return;
    const secondsBehind = difference();
    const isLowLatency = stream.current.live.targetLatency < maxLowLatencySeconds;
    if (secondsBehind >= maxCatchUpSeconds && !delayIsDeliberate && !video.seeking && !video.paused && isLowLatency) {
      const edge = session.engine?.livePosition() ?? null;
      if (edge !== null && isFarBehind()) video.currentTime = edge;
      return;
    }
    const isAdjusted = Math.abs(video.playbackRate - 1) > 0.001;
    const minDifference = isAdjusted ? stopDifferenceSeconds : startDifferenceSeconds;
    const mustAdjust = Math.abs(secondsBehind) > minDifference && secondsBehind < maxCatchUpSeconds;
    const change = isLowLatency && Math.abs(secondsBehind) > largeDifferenceSeconds ? largeRateChange : smallRateChange;
    const rate =
      !mustAdjust || (secondsBehind > 0 && bufferedAhead(video) < minBufferAheadSeconds) ? 1 : secondsBehind > 0 ? 1 + change : 1 - change;
    setCatchUpRate(video, rate);
  };
  // At the end of a seek, browsers fire `timeupdate` before `seeked`.
  listen(video, 'seeking seeked play', onPositionChoice, signal);
  listen(video, 'timeupdate seeked waiting', adjust, signal);
}

/** Returns the seconds of video that are buffered after the playback position. */
function bufferedAhead({ buffered, currentTime }: HTMLVideoElement): number {
  const range = rangesOf(buffered).find(({ start, end }) => start <= currentTime && currentTime < end);
  return range ? range.end - currentTime : 0;
}
