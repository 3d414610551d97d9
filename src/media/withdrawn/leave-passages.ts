import { listen } from '../../lib/listen.js';
import { rangeAt, timeWithout, type TimeRange } from '../../lib/time-ranges.js';
import { decodableStart } from './decodable-start.js';

interface LeavePassagesContext {
  readonly video: HTMLVideoElement;
  /** The withdrawn passages, in ascending order. */
  readonly passages: readonly TimeRange[];
  readonly signal: AbortSignal;
  /** Declares that the media end with what is buffered. */
  endMedia(): void;
  /** Called when playback or a seek has been moved out of a passage. */
  onExit(): void;
  /** Called when the passages cover the whole media. */
  onNothingLeft(): void;
}

/** Playback stalls up to this many seconds before a passage, because the media end there. */
const stallDistance = 0.15;
/** The longest playback time between two events of the video, in seconds. */
const maxEventInterval = 1;
/** Seconds by which a seek passes the first frame, because a browser may round its time up. */
const jumpMargin = 0.05;
/** Seconds by which a browser may round a position. */
const roundingSeconds = 0.001;
/** Seconds before the end of the media that count as the end. */
const endTolerance = 0.2;

/**
 * Moves the playback position out of each withdrawn passage, to the first frame after it that can be decoded. A passage that lasts up to
 * the end of the media ends playback. `removeFrames` keeps the frames of passages out of the buffers.
 */
export function leavePassages({ video, passages, signal, endMedia, onExit, onNothingLeft }: LeavePassagesContext): void {
  if (passages.length === 0) return;
  let lastPosition = NaN;
  /** The passage that playback was moved out of last, until media after it play. */
  let lastExited: TimeRange | undefined;

  const report = (passage: TimeRange) => {
    if (lastExited !== passage) onExit();
    lastExited = passage;
  };

  /** Seeks to just before a passage that lasts up to the end, or, from there, ends the media. */
  const endBefore = ({ start }: TimeRange) => {
    if (video.currentTime > start) video.currentTime = Math.max(0, start - stallDistance);
    else endMedia();
  };

  const leave = (passage: TimeRange) => {
    if (Number.isFinite(video.duration) && passage.end >= video.duration - endTolerance) return endBefore(passage);
    const start = decodableStart(passage);
    // A browser may round the position down, into the passage.
    const target = start > passage.end ? start + jumpMargin : start + roundingSeconds;
    // At the end of a live stream that has not passed the passage yet, the browser would move the position back into it.
    if (video.seekable.length > 0 && target > video.seekable.end(video.seekable.length - 1)) return;
    report(passage);
    video.currentTime = target;
  };

  /** Whether the engine itself has skipped a passage. */
  const hasSkipped = (passage: TimeRange, position: number) =>
    lastPosition <= passage.start &&
    lastPosition > passage.start - maxEventInterval &&
    position >= passage.end &&
    position <= decodableStart(passage) + maxEventInterval;

  const check = () => {
    const { currentTime, duration, readyState, seeking, paused } = video;
    if (Number.isFinite(duration) && timeWithout(passages, duration) < endTolerance) return onNothingLeft();
    // Before the metadata have loaded, the position is only where the engine is to start.
    if (readyState < HTMLMediaElement.HAVE_METADATA) return;
    const isWaiting = readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
    const ahead = isWaiting && !seeking ? stallDistance : 0;
    const passage =
      rangeAt(passages, currentTime) ??
      rangeAt(passages, currentTime + ahead) ??
      (isWaiting ? passages.find((each) => currentTime >= each.end && currentTime < decodableStart(each)) : undefined);
    const skipped = paused ? undefined : passages.find((each) => hasSkipped(each, currentTime));
    lastPosition = currentTime;
    if (passage) return leave(passage);
    if (skipped) report(skipped);
    else if (!isWaiting) lastExited = undefined;
  };
  listen(video, 'loadedmetadata durationchange seeking timeupdate waiting progress stalled', check, signal);
  check();
}
