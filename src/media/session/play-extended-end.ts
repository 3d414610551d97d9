import { listen } from '../../lib/listen.js';

/** Seconds by which a position may differ from the duration at which playback ended. */
const tolerance = 0.01;

/**
 * Plays on when the media become longer just as they end. dash.js appends the last segments after it has declared the end, so on a busy
 * device the browser pauses at the first end, and then neither fires `ended` nor plays the rest.
 */
export function playExtendedEnd(video: HTMLVideoElement, signal: AbortSignal): void {
  let { duration } = video;
  let previousDuration = NaN;
  /** Whether the browser has paused at the end, and `ended` has not followed yet. */
  let isEnding = false;

  const playOn = () => {
    isEnding = false;
    void video.play().catch(() => undefined);
  };
  const onPause = () => {
    const { currentTime, ended } = video;
    if (!ended && video.duration > previousDuration && Math.abs(currentTime - previousDuration) < tolerance) return playOn();
    isEnding = ended;
  };
  const onDurationChange = () => {
    [previousDuration, duration] = [duration, video.duration];
    if (isEnding && video.paused && !video.ended && duration > previousDuration) playOn();
  };
  listen(video, 'pause', onPause, signal);
  listen(video, 'durationchange', onDurationChange, signal);
  listen(video, 'ended play seeking emptied', () => (isEnding = false), signal);
}
