import { listen } from '../lib/listen.js';

interface Clip {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

const whole: Clip = { start: 0, end: Infinity };

/** `90`, `1:30` and `0:01:30` in seconds. */
const secondsIn = (time: string): number => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/** What the page says beside the address; it begins at `startTime` unless that is 0, and ends with whichever end comes first. */
interface Limits {
  /** Seconds. */
  readonly startTime?: number;
  readonly endTime?: number;
}

/** The part of a film that its address names after `#`, as `t=10,20` or `t=npt:1:30`: Media Fragments URI 1.0, in normal play time. */
export function clipOf(src: string, { startTime = 0, endTime = Infinity }: Limits = {}): Clip {
  const written = new URLSearchParams(src.split('#')[1]).get('t') ?? '';
  const [, start = '', end = ''] = /^(?:npt:)?([\d:.]*)(?:,([\d:.]+))?$/.exec(written) ?? [];
  const named = { start: secondsIn(start), end: end ? secondsIn(end) : Infinity };
  const clip = named.start < named.end ? named : whole;
  return { start: startTime || clip.start, end: Math.min(endTime, clip.end) };
}

/**
 * Pauses where playing crosses the end of the clip, and fires `ended` on `host` behind the video's `pause`; with `loop` it goes back to the
 * clip's beginning instead. Whoever goes on from the end, or seeks past it, is left alone.
 */
export function keepTo(host: EventTarget, video: HTMLVideoElement, clip: () => Clip, signal: AbortSignal): void {
  let before = 0;
  const check = ({ type }: Event) => {
    const { start, end } = clip();
    const crossed = before < end && video.currentTime >= end && !video.seeking && !video.ended;
    const pauses = type !== 'pause' && (video.paused || !video.loop);
    // Chromium pauses by itself at an end that the address of a file names; either way its `pause` comes here next.
    if (crossed && pauses) return video.pause();
    before = video.currentTime;
    if (!crossed) return;
    if (!video.loop) return void host.dispatchEvent(new Event('ended'));
    video.currentTime = start;
    if (video.paused) void video.play().catch(() => undefined);
  };
  const onSeeking = () => {
    const { start } = clip();
    // At the end of the film the video's own loop goes to where the film begins.
    const looped = video.loop && video.currentTime < start && before > video.duration - 1;
    before = video.currentTime;
    if (looped) video.currentTime = start;
  };
  listen(video, 'timeupdate pause', check, signal);
  listen(video, 'seeking', onSeeking, signal);
}
