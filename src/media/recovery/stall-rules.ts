import { limits } from './limits.js';

/** The watchdog's facts about a video that should advance. Positions on the media timeline are in seconds. */
export interface StallSnapshot {
  /** How long the playback position has not changed. */
  readonly stalledFor: number;
  /** Time since the last seek. Several seeks in a row count as one stall, but the engine needs time to request media after each. */
  readonly sinceSeek: number;
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
  | { readonly type: 'none' }
  | { readonly type: 'play' }
  | { readonly type: 'end' }
  | { readonly type: 'rebuild' }
  | { readonly type: 'jump'; readonly to: number }
  | { readonly type: 'nudge'; readonly to: number };

const noAction: StallAction = { type: 'none' };

/** The times in milliseconds without a change of the position after which the watchdog acts. */
const waits = {
  /** Before each request to play a video that paused by itself. */
  unwantedPause: 500,
  /** A video that reports the end, but still plays. */
  endWithoutPause: 1500,
  /** The end of the media, with nothing more to receive. */
  noMoreMedia: 500,
  /** The viewer sought to where the manifest promises media, but there are none. */
  soughtPastMedia: 1500,
  beforeDeclaredEnd: 3000,
  beforeSeekableRange: 500,
  skippedSegments: 250,
  shortGap: 500,
  gap: 3000,
  /** Before each nudge where media are buffered. */
  nudge: 1500,
  noMedia: 4500,
  noLiveMedia: 10_000
} as const;

/** Actions of one kind at the same position before another follows. */
const maxActions = 3;
/** Seconds ahead of the position: below the first, the buffer is empty; from the second on, playback must advance. */
const emptyBuffer = 0.1;
const playableBuffer = 0.5;
/** Longest gap in seconds that is jumped over at once. */
const maxShortGap = 0.5;
/** Seconds by which a jump passes the start of a range, because a browser may round the start up. */
const jumpMargin = 0.05;
/** Seconds before the position to which playback returns when the viewer sought past the last media. */
const returnSeconds = 2.5;
/** Longest distance in seconds from the declared end at which a browser may stall although the end was declared. */
const maxDistanceFromEnd = 0.5;
/** Seconds by which a live position may be before the seekable range, because both change at different times. */
const seekableMargin = 0.5;
/** Seconds by which the end of skipped segments may differ from the duration. */
const durationMargin = 0.1;
/** Seconds by which a nudge moves the position. */
const nudgeSeconds = 0.1;

/** Decides what to do at the end of media that are on demand; undefined elsewhere. */
function actionAtEnd(snapshot: StallSnapshot): StallAction | undefined {
  const {
    live,
    stalledFor,
    sinceSeek,
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
  if (live || !Number.isFinite(duration) || nextRangeStart !== null || bufferedAhead >= playableBuffer || loading || waitExpected)
    return undefined;
  const waitedFor = Math.min(stalledFor, sinceSeek);
  const isIdle = Math.min(waitedFor, noMediaFor) >= waits.noMoreMedia;
  // No track has more media, or one has none from here on: the engine does not notice, because it waits for data at this position.
  if (bufferedEnd !== null && bufferedEnd > 0 && duration - bufferedEnd <= limits.maxEarlyEndSeconds)
    return isIdle ? { type: 'end' } : noAction;
  // The manifest is longer than its media, and the viewer sought to where there is none.
  if (bufferedEnd !== null && duration - position <= limits.maxEarlyEndSeconds)
    return waitedFor >= waits.soughtPastMedia ? { type: 'jump', to: Math.max(0, position - returnSeconds) } : noAction;
  // Some browsers stall just before the end, even when it was declared.
  return duration - position <= maxDistanceFromEnd && stalledFor >= waits.beforeDeclaredEnd && actionsTaken < maxActions
    ? { type: 'nudge', to: duration }
    : undefined;
}

/** Decides what to do about a video that does not advance although playback is requested. The first rule that applies decides. */
export function nextStallAction(snapshot: StallSnapshot): StallAction {
  const { stalledFor, paused, ended, seeking, position, bufferedAhead, nextRangeStart, skippedUntil, seekable, live, livePosition } =
    snapshot;
  const { waitExpected, noMediaFor, actionsTaken, duration } = snapshot;
  if (paused) return stalledFor >= waits.unwantedPause * (actionsTaken + 1) && actionsTaken < maxActions ? { type: 'play' } : noAction;
  if (ended) return stalledFor >= waits.endWithoutPause ? { type: 'rebuild' } : noAction;
  // What is missing up to the end cannot be jumped over.
  const canSkip = skippedUntil !== null && (live || !(skippedUntil >= duration - durationMargin));
  const endAction = canSkip ? undefined : actionAtEnd(snapshot);
  if (endAction) return endAction;
  if (live && seekable && livePosition !== null && position < seekable.start - seekableMargin && stalledFor >= waits.beforeSeekableRange)
    return { type: 'jump', to: livePosition };
  const isBufferEmpty = bufferedAhead < emptyBuffer;
  if (canSkip && isBufferEmpty && stalledFor >= waits.skippedSegments) return { type: 'jump', to: skippedUntil + jumpMargin };
  if (nextRangeStart !== null && isBufferEmpty) {
    const wait = nextRangeStart - position <= maxShortGap ? waits.shortGap : waits.gap;
    if (stalledFor >= wait) return { type: 'jump', to: nextRangeStart + jumpMargin };
  }
  if (seeking && isBufferEmpty) return waitExpected || Math.min(noMediaFor, stalledFor) < waits.noMedia ? noAction : { type: 'rebuild' };
  // Data is buffered, but the position does not change: nudge some times, and then use a new engine.
  if (bufferedAhead >= playableBuffer && stalledFor >= waits.nudge * (actionsTaken + 1))
    return actionsTaken < maxActions ? { type: 'nudge', to: position + nudgeSeconds } : { type: 'rebuild' };
  const needsMedia = bufferedAhead < playableBuffer && !waitExpected;
  return needsMedia && Math.min(stalledFor, noMediaFor) >= (live ? waits.noLiveMedia : waits.noMedia) ? { type: 'rebuild' } : noAction;
}
