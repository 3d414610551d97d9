import { listen } from '../../lib/listen.js';
import { rangeAt, type TimeRange } from '../../lib/time-ranges.js';
import { resumePosition } from './resume-position.js';

interface LeavePassagesContext {
  readonly video: HTMLVideoElement;
  /** The withdrawn passages, in ascending order. */
  readonly passages: readonly TimeRange[];
  readonly signal: AbortSignal;
  /** Declares that the media end with what is buffered. */
  endMedia(): void;
  /** Called when playback or a seek has been moved out of a passage. */
  onLeave(): void;
}

/** Seconds before a passage in which playback waits for media that do not come. */
const lastFrameSeconds = 0.15;
/** Seconds before a passage from which playback may reach it before the next event. */
const betweenEvents = 1;
/** Seconds by which a seek passes the first frame, because a browser may round its time up. */
const jumpMargin = 0.05;
/** Seconds before the end of the media that count as the end. */
const endTolerance = 0.2;

/**
 * Moves the playback position out of each withdrawn passage, to the first frame after it that can be decoded. A passage that lasts up to
 * the end of the media ends playback. Frames of a passage are never in the buffers, so nothing of it is shown in between.
 */
export function leavePassages({ video, passages, signal, endMedia, onLeave }: LeavePassagesContext): void {
  if (passages.length === 0) return;
  let lastPosition = NaN;
  /** The passage that was left last. */
  let left: TimeRange | undefined;

  const report = (passage: TimeRange) => {
    if (left !== passage) onLeave();
    left = passage;
  };

  const endBefore = ({ start }: TimeRange) => {
    if (video.currentTime > start) video.currentTime = Math.max(0, start - lastFrameSeconds);
    else endMedia();
  };

  const leave = (passage: TimeRange) => {
    if (Number.isFinite(video.duration) && passage.end >= video.duration - endTolerance) return endBefore(passage);
    report(passage);
    const target = resumePosition(passage);
    video.currentTime = target > passage.end ? target + jumpMargin : target;
  };

  /** Whether playback has gone on after a passage without this function, because some engines skip to the next media by themselves. */
  const hasSkipped = (passage: TimeRange, position: number) =>
    lastPosition <= passage.start &&
    lastPosition > passage.start - betweenEvents &&
    position >= passage.end &&
    position <= resumePosition(passage) + betweenEvents;

  const check = () => {
    const { currentTime, readyState, seeking, paused } = video;
    // Before, the position is only where the engine is to start.
    if (readyState < HTMLMediaElement.HAVE_METADATA) return;
    const isWaiting = readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
    const ahead = isWaiting && !seeking ? lastFrameSeconds : 0;
    const passage =
      rangeAt(passages, currentTime) ??
      rangeAt(passages, currentTime + ahead) ??
      (isWaiting ? passages.find((each) => currentTime >= each.end && currentTime < resumePosition(each)) : undefined);
    const skipped = paused ? undefined : passages.find((each) => hasSkipped(each, currentTime));
    lastPosition = currentTime;
    if (passage) return leave(passage);
    if (skipped) report(skipped);
    else if (!isWaiting) left = undefined;
  };
  listen(video, 'loadedmetadata seeking timeupdate waiting progress stalled', check, signal);
  check();
}
