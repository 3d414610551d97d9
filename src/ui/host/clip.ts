import { listen } from '../../lib/listen.js';
import { rangeAt, type TimeRange } from '../../lib/time-ranges.js';
import { isOnlyPlayerOnPage } from './page-players.js';

interface Clip {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

/** Seconds between two `timeupdate` events at most, so playback may exceed the end of a clip by them anyway (HTML, 4.8.11.8). */
const maxTimeupdateSeconds = 0.25;

const wholeMedia: Clip = { start: 0, end: Infinity };

/** Converts `90`, `1:30` and `0:01:30` to seconds. */
const toSeconds = (time: string): number => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/** Limits that the page sets in addition to the URL. A `startTime` other than 0 overrides the URL's; the earlier end applies. */
interface ClipLimits {
  /** Seconds. */
  readonly startTime?: number;
  readonly endTime?: number;
}

/** Returns the clip that a URL names after `#`, as `t=10,20` or `t=npt:1:30` (Media Fragments URI 1.0, normal play time), in seconds. */
export function parseClip(src: string, { startTime = 0, endTime = Infinity }: ClipLimits = {}): Clip {
  const timeDimension = new URLSearchParams(src.split('#')[1]).get('t') ?? '';
  const [, start = '', end = ''] = /^(?:npt:)?([\d:.]*)(?:,([\d:.]+))?$/.exec(timeDimension) ?? [];
  const range = { start: toSeconds(start), end: end ? toSeconds(end) : Infinity };
  const clip = range.start < range.end ? range : wholeMedia;
  return { start: startTime || clip.start, end: Math.min(endTime, clip.end) };
}

/** If a clip would end inside a withdrawn passage, it ends this many seconds before the passage, which playback leaves out. */
const endBeforePassage = 0.5;

/** Returns a clip that does not end inside a withdrawn passage, which playback never reaches, but before it. */
export function endBeforePassages({ start, end }: Clip, passages: readonly TimeRange[]): Clip {
  const passage = rangeAt(passages, end);
  return { start, end: passage ? Math.max(start, passage.start - endBeforePassage) : end };
}

/** The playback of a clip. */
export interface ClipPlayback {
  /** Whether the clip has ended, and neither a seek nor a play request has followed. */
  readonly ended: boolean;
}

/** The first source of each player. The fragment of the page's URL applies to this source, and to no later one. */
const firstSources = new WeakMap<Required<ClipLimits>, string>();

const hasTimeFragment = (url: string): boolean => new URLSearchParams(url.split('#')[1]).has('t');

/**
 * Returns the clip of a source: from its URL and the attributes, or from the fragment of the page's URL, as in a shared link. That fragment
 * applies only to the first source of the only player on the page.
 */
export function clipForSource(player: Required<ClipLimits>, src: string): Clip {
  if (src && !firstSources.has(player)) firstSources.set(player, src);
  const usesSourceUrl = hasTimeFragment(src) || player.startTime > 0 || src !== firstSources.get(player) || !isOnlyPlayerOnPage(player);
  return parseClip(usesSourceUrl ? src : location.hash, player);
}

/**
 * Pauses when playback crosses the end of the clip, and fires `ended` on `host` after the video's `pause`; with `loop` it seeks to the
 * clip's start instead. A viewer who resumes at the end or seeks past it is not stopped.
 */
export function enforceClip(host: EventTarget, video: HTMLVideoElement, clip: () => Clip, signal: AbortSignal): ClipPlayback {
  let previousTime = 0;
  let endReached = false;
  const enforceEnd = ({ type }: Event) => {
    const { start, end } = clip();
    const crossesEnd = previousTime < end && video.currentTime >= end && !video.seeking && !video.ended;
    // Chromium never declares the end of media that pause just before it, so media that are about to end do so by themselves.
    const endsByItself = !video.paused && video.duration - video.currentTime < maxTimeupdateSeconds;
    const shouldPause = type !== 'pause' && (video.paused || !video.loop);
    // Chromium itself pauses at the end time in the URL of a file. In both cases the `pause` event calls this function again.
    if (crossesEnd && shouldPause) return endsByItself ? undefined : video.pause();
    previousTime = video.currentTime;
    if (!crossesEnd) return;
    if (!video.loop) {
      endReached = true;
      return void host.dispatchEvent(new Event('ended'));
    }
    video.currentTime = start;
    if (video.paused) void video.play().catch(() => undefined);
  };
  const onSeeking = () => {
    const { start } = clip();
    // At the end of the media the video's own loop seeks to 0, not to the clip's start.
    const looped = video.loop && video.currentTime < start && previousTime > video.duration - 1;
    previousTime = video.currentTime;
    if (looped) video.currentTime = start;
  };
  listen(video, 'timeupdate pause', enforceEnd, signal);
  listen(video, 'seeking', onSeeking, signal);
  listen(video, 'seeking play emptied', () => (endReached = false), signal);
  return {
    get ended() {
      return endReached && video.paused && !video.seeking;
    }
  };
}
