import { listen } from '../lib/listen.js';

interface Clip {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

const whole: Clip = { start: 0, end: Infinity };

/** `90`, `1:30` and `0:01:30` in seconds. */
const secondsIn = (time: string): number => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/** The part of a film that its address names after `#`, as `t=10,20` or `t=npt:1:30`: Media Fragments URI 1.0, in normal play time. */
export function clipOf(src: string): Clip {
  const written = new URLSearchParams(src.split('#')[1]).get('t') ?? '';
  const [, start = '', end = ''] = /^(?:npt:)?([\d:.]*)(?:,([\d:.]+))?$/.exec(written) ?? [];
  const clip = { start: secondsIn(start), end: end ? secondsIn(end) : Infinity };
  return clip.start < clip.end ? clip : whole;
}

/** Pauses when playing crosses `end()` seconds; whoever goes on from there, or seeks past it, is left alone. */
export function endAt(video: HTMLVideoElement, end: () => number, signal: AbortSignal): void {
  let before = 0;
  const check = () => {
    const crossed = before < end() && video.currentTime >= end();
    before = video.currentTime;
    if (crossed && !video.seeking) video.pause();
  };
  listen(video, 'timeupdate', check, signal);
  listen(video, 'seeking', () => (before = video.currentTime), signal);
}
