import { limits } from './recovery-rules.js';

/** The watchdog's facts about a video that should advance. Positions on the media timeline are in seconds. */
export interface StallSnapshot {
  /** How long the playback position has not changed. */
  readonly stalledFor: number;
  readonly paused: boolean;
  /** Whether the video reports `ended`, although it is not paused. */
  readonly ended: boolean;
  readonly seeking: boolean;
  readonly position: number;
  /** Seconds buffered ahead of the playback position. */
  readonly bufferedAhead: number;
  /** Start of the next buffered range, or null. */
  readonly nextRangeStart: number | null;
  /** End of the skipped segments at the playback position, or null. */
  readonly skippedUntil: number | null;
  /** Seconds; what the manifest gives may be wrong. */
  readonly duration: number;
  /** End of the latest media that is buffered for any track, in seconds; null when unknown or when the end has been declared. */
  readonly bufferedEnd: number | null;
  /** Whether media are being requested or received. */
  readonly loading: boolean;
  /** The seekable range. */
  readonly seekable: { readonly start: number; readonly end: number } | null;
  readonly live: boolean;
  /** The live playback position to resume at, in seconds. */
  readonly livePosition: number | null;
  /** Whether waiting is correct, because a request is being retried or the live channel does not advance. */
  readonly waitExpected: boolean;
  /** Time since the last byte of media. */
  readonly noMediaFor: number;
  /** Actions already taken since the position last changed. */
  readonly actionsTaken: number;
}

type StallAction =
  | { readonly do: 'none' }
  | { readonly do: 'play' }
  | { readonly do: 'end' }
  | { readonly do: 'rebuild' }
  | { readonly do: 'jump'; readonly to: number }
  | { readonly do: 'nudge'; readonly to: number };

const noAction: StallAction = { do: 'none' };

/** Decides what to do at the end of media that are on demand; undefined elsewhere. */
function actionAtEnd(snapshot: StallSnapshot): StallAction | undefined {
  const {
    live,
    stalledFor,
    position,
    bufferedAhead,
    nextRangeStart,
    duration,
    bufferedEnd,
    loading,
    waitExpected,
    noMediaFor,
    actionsTaken
  } = snapshot;
  if (live || !Number.isFinite(duration) || nextRangeStart !== null || bufferedAhead >= 0.5 || loading || waitExpected) return undefined;
  const isIdle = stalledFor >= 500 && noMediaFor >= 500;
  // No track has more media, or one has none from here on: the engine does not notice, because it waits for data at this position.
  if (bufferedEnd !== null && bufferedEnd > 0 && duration - bufferedEnd <= limits.maxEarlyEndSeconds)
    return isIdle ? { do: 'end' } : noAction;
  // The manifest is longer than its media, and the viewer sought to where there is none.
  if (bufferedEnd !== null && duration - position <= limits.maxEarlyEndSeconds)
    return stalledFor >= 1500 ? { do: 'jump', to: Math.max(0, position - 2.5) } : noAction;
  // Some browsers stall just before the end, even when it was declared.
  return duration - position <= 0.5 && stalledFor >= 3000 && actionsTaken < 3 ? { do: 'nudge', to: duration } : undefined;
}

/** Decides what to do about a video that does not advance although playback is requested. */
export function nextStallAction(snapshot: StallSnapshot): StallAction {
  const { stalledFor, paused, ended, seeking, position, bufferedAhead, nextRangeStart, skippedUntil, seekable, live, livePosition } =
    snapshot;
  const { waitExpected, noMediaFor, actionsTaken, duration } = snapshot;
  if (paused) return stalledFor >= 500 * (actionsTaken + 1) && actionsTaken < 3 ? { do: 'play' } : noAction;
  if (ended) return stalledFor >= 1500 ? { do: 'rebuild' } : noAction;
  // What is missing up to the end cannot be jumped over.
  const canSkip = skippedUntil !== null && (live || !(skippedUntil >= duration - 0.1));
  const endAction = canSkip ? undefined : actionAtEnd(snapshot);
  if (endAction) return endAction;
  if (live && seekable && livePosition !== null && position < seekable.start - 0.5 && stalledFor >= 500)
    return { do: 'jump', to: livePosition };
  if (canSkip && bufferedAhead < 0.1 && stalledFor >= 250) return { do: 'jump', to: skippedUntil + 0.05 };
  if (nextRangeStart !== null && bufferedAhead < 0.1 && stalledFor >= (nextRangeStart - position <= 0.5 ? 500 : 3000))
    return { do: 'jump', to: nextRangeStart + 0.05 };
  if (seeking && bufferedAhead < 0.1) return waitExpected || noMediaFor < 4500 || stalledFor < 4500 ? noAction : { do: 'rebuild' };
  // Data is buffered, but the position does not change: nudge three times, each after another 1.5 seconds; then use a new engine.
  if (bufferedAhead >= 0.5 && stalledFor >= 1500 * (actionsTaken + 1))
    return actionsTaken < 3 ? { do: 'nudge', to: position + 0.1 } : { do: 'rebuild' };
  const stallTimeout = live ? 10_000 : 4500;
  if (bufferedAhead < 0.5 && !waitExpected && stalledFor >= stallTimeout && noMediaFor >= stallTimeout) return { do: 'rebuild' };
  return noAction;
}
