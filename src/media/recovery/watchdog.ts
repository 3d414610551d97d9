import { listen } from '../../lib/listen.js';
import type { HealthCounters } from './health.js';
import { afterStill, type Sight } from './policy.js';
import type { Recovery } from './recovery.js';

export interface WatchdogContext {
  readonly video: HTMLVideoElement;
  readonly recovery: Recovery;
  readonly health: HealthCounters;
  readonly signal: AbortSignal;
  /** Somebody wants it to play, and an engine has taken over. */
  wanted(): boolean;
  /** Seconds where a live viewer should be; null on demand. */
  liveEdge(): number | null;
  /** Seconds where the hole ends that holds this time and was given up on; null for none. */
  holeEnd(seconds: number): number | null;
  play(): void;
  rebuild(): void;
}

/** Milliseconds between two looks; a gap of more than `nap` between them, by either clock, is a sleep, and proves nothing but that. */
const tick = 250;
const nap = 2000;

/** At its end a video pauses. WebKitGTK may say that it has ended while it plays, and then it stands still. */
const isOver = ({ ended, paused }: HTMLVideoElement): boolean => ended && paused;

function holds(ranges: TimeRanges, time: number): boolean {
  for (let index = 0; index < ranges.length; index++) if (time >= ranges.start(index) && time <= ranges.end(index)) return true;
  return false;
}

/**
 * Looks whether the video moves, as long as somebody wants it to and the page is visible, and pushes it when it does not.
 *
 * It runs above the engines, whose own handling of stalls goes on below it. An idle or paused player has no timer.
 */
export class Watchdog {
  readonly #context: WatchdogContext;
  #timer: ReturnType<typeof setInterval> | undefined;
  #last = 0;
  #wall = 0;
  #place = -1;
  #since = 0;
  #steps = 0;
  #sought = false;

  constructor(context: WatchdogContext) {
    this.#context = context;
    const { video, signal } = context;
    listen(video, 'play playing pause ended seeking seeked emptied', () => this.sync(), signal);
    listen(video, 'seeking', () => (this.#sought = true), signal);
    listen(document, 'visibilitychange', () => this.sync(), signal);
    signal.addEventListener('abort', () => clearInterval(this.#timer), { once: true });
  }

  /** Starts or stops looking, by whether there is something to look after. */
  sync(): void {
    const { video, signal } = this.#context;
    const awake = !signal.aborted && this.#context.wanted() && !isOver(video) && !document.hidden;
    if (awake === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = awake ? setInterval(() => this.#look(), tick) : undefined;
    if (awake) this.#restart(performance.now());
  }

  #restart(now: number): void {
    this.#last = this.#since = now;
    this.#wall = Date.now();
    this.#steps = 0;
    this.#sought = false;
    this.#place = this.#context.video.currentTime;
  }

  #look(): void {
    const { video } = this.#context;
    const now = performance.now();
    const wall = Date.now();
    // The page's own clock stands still while some computers sleep.
    const slept = Math.max(now - this.#last, Math.abs(wall - this.#wall)) > nap;
    this.#last = now;
    this.#wall = wall;
    if (slept) {
      this.#context.recovery.pauses.wake();
      return this.#restart(now);
    }
    if (!this.#context.wanted() || isOver(video)) return this.sync();
    if (video.currentTime !== this.#place && !video.paused && !video.seeking) {
      if (!this.#sought) this.#findPicture();
      return this.#restart(now);
    }
    this.#act(this.#see(now));
  }

  /** Sound alone may carry the time through a hole in the picture; behind it the browser finds the picture again only by a seek. */
  #findPicture(): void {
    const { video } = this.#context;
    const { buffered, currentTime } = video;
    if (!holds(buffered, this.#place) && holds(buffered, currentTime)) video.currentTime = currentTime;
  }

  #see(now: number): Sight {
    const { video, recovery } = this.#context;
    const { buffered, seekable, currentTime: current } = video;
    let ahead = 0;
    let next: number | null = null;
    for (let index = 0; index < buffered.length; index++) {
      if (buffered.start(index) <= current + 0.05 && buffered.end(index) > current) ahead = buffered.end(index) - current;
      else if (buffered.start(index) > current && next === null) next = buffered.start(index);
    }
    const edge = this.#context.liveEdge();
    const window = seekable.length > 0 ? { start: seekable.start(0), end: seekable.end(seekable.length - 1) } : null;
    return {
      still: now - this.#since,
      paused: video.paused,
      ended: video.ended,
      seeking: video.seeking,
      current,
      ahead,
      next,
      known: this.#context.holeEnd(current),
      window,
      live: recovery.live,
      edge,
      excused: recovery.failing || recovery.stale,
      silent: now - recovery.lastMedia,
      steps: this.#steps
    };
  }

  #act(sight: Sight): void {
    const { video, health } = this.#context;
    const push = afterStill(sight);
    if (push.do === 'none') return;
    this.#steps += 1;
    if (push.do === 'play') {
      health.count('replays');
      this.#context.play();
    } else if (push.do === 'rebuild') {
      this.#since = performance.now();
      this.#context.rebuild();
    } else {
      health.count(push.do === 'jump' ? 'jumps' : 'nudges');
      if (push.do === 'jump') this.#since = performance.now();
      video.currentTime = this.#place = push.to;
    }
  }
}
