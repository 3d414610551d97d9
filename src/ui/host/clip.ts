import { listen } from '../../lib/listen.js';
import { isOnlyPlayer } from './exclusive-playback.js';

interface Clip {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

const whole: Clip = { start: 0, end: Infinity };

/** Converts `90`, `1:30` and `0:01:30` to seconds. */
const secondsIn = (time: string): number => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/** Limits that the page sets in addition to the URL. A `startTime` other than 0 overrides the URL's; the earlier end applies. */
interface Limits {
  /** Seconds. */
  readonly startTime?: number;
  readonly endTime?: number;
}

/** Returns the clip that a URL names after `#`, as `t=10,20` or `t=npt:1:30` (Media Fragments URI 1.0, normal play time), in seconds. */
export function parseClip(src: string, { startTime = 0, endTime = Infinity }: Limits = {}): Clip {
  const written = new URLSearchParams(src.split('#')[1]).get('t') ?? '';
  const [, start = '', end = ''] = /^(?:npt:)?([\d:.]*)(?:,([\d:.]+))?$/.exec(written) ?? [];
  const named = { start: secondsIn(start), end: end ? secondsIn(end) : Infinity };
  const clip = named.start < named.end ? named : whole;
  return { start: startTime || clip.start, end: Math.min(endTime, clip.end) };
}

type ClippedPlayer = Parameters<typeof isOnlyPlayer>[0] & Required<Limits>;

/** The first source of each player: the fragment of the page's URL belongs to it, and to no later one. */
const firstSources = new WeakMap<ClippedPlayer, string>();

const namesTime = (url: string): boolean => new URLSearchParams(url.split('#')[1]).has('t');

/**
 * Returns the clip of a source: from its URL and the attributes, or from the URL of the page, as a shared link names it. The page's counts
 * for the only player of the page and its first source.
 */
export function clipForSource(player: ClippedPlayer, src: string): Clip {
  if (src && !firstSources.has(player)) firstSources.set(player, src);
  const isOwn = namesTime(src) || player.startTime > 0 || src !== firstSources.get(player) || !isOnlyPlayer(player);
  return parseClip(isOwn ? src : location.hash, player);
}

/**
 * Pauses when playback crosses the end of the clip, and fires `ended` on `host` after the video's `pause`; with `loop` it seeks to the
 * clip's start instead. A viewer who resumes at the end or seeks past it is not stopped. Returns a function that tells whether the clip has
 * ended, and neither a seek nor a play request has followed.
 */
export function enforceClip(host: EventTarget, video: HTMLVideoElement, clip: () => Clip, signal: AbortSignal): () => boolean {
  let before = 0;
  let ended = false;
  const check = ({ type }: Event) => {
    const { start, end } = clip();
    const crossed = before < end && video.currentTime >= end && !video.seeking && !video.ended;
    const pauses = type !== 'pause' && (video.paused || !video.loop);
    // Chromium pauses on its own at the end that a file's URL names. In both cases the `pause` event calls this function again.
    if (crossed && pauses) return video.pause();
    before = video.currentTime;
    if (!crossed) return;
    if (!video.loop) {
      ended = true;
      return void host.dispatchEvent(new Event('ended'));
    }
    video.currentTime = start;
    if (video.paused) void video.play().catch(() => undefined);
  };
  const onSeeking = () => {
    const { start } = clip();
    // At the end of the media the video's own loop seeks to 0, not to the clip's start.
    const looped = video.loop && video.currentTime < start && before > video.duration - 1;
    before = video.currentTime;
    if (looped) video.currentTime = start;
  };
  listen(video, 'timeupdate pause', check, signal);
  listen(video, 'seeking', onSeeking, signal);
  listen(video, 'seeking play emptied', () => (ended = false), signal);
  return () => ended && video.paused && !video.seeking;
}
