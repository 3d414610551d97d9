import { listen } from '../../lib/listen.js';
import { rangesOf } from '../../lib/time-ranges.js';
import type { MediaOutput } from '../engines/engine.js';
import type { HealthCounters } from '../recovery/health.js';
import { nextStallAction, type StallSnapshot } from '../recovery/stall-rules.js';
import type { AttemptMonitor } from '../recovery/attempt-monitor.js';

interface StallWatchdogContext {
  readonly video: HTMLVideoElement;
  readonly monitor: AttemptMonitor;
  readonly health: HealthCounters;
  readonly signal: AbortSignal;
  /** Whether playback has been requested and an engine has opened the source. */
  shouldPlay(): boolean;
  /** The live playback position to resume at, in seconds; null for on-demand video. */
  livePosition(): number | null;
  /** End, in seconds, of the skipped segments that contain this time; null for none. */
  skippedUntil(seconds: number): number | null;
  /** The buffers of the engine; undefined when the browser fetches the media itself. */
  output(): MediaOutput | undefined;
  play(): void;
  rebuild(): void;
}

/** Time between two checks. */
const checkIntervalMs = 250;
/** A longer time between two checks, by either clock, means that the device was asleep, and not that playback has stalled. */
const minSleepMs = 2000;

/** Whether playback is over: a video pauses at its end. WebKitGTK may report `ended` during playback, and then playback stalls. */
const hasEnded = ({ ended, paused }: HTMLVideoElement): boolean => ended && paused;

const contains = (ranges: TimeRanges, time: number): boolean => rangesOf(ranges).some(({ start, end }) => time >= start && time <= end);

/**
 * Detects stalls while playback is requested and the page is visible, and recovers from them.
 *
 * It works in addition to the engines' own stall handling. An idle or paused player has no timer.
 */
export class StallWatchdog {
  readonly #context: StallWatchdogContext;
  #timer: ReturnType<typeof setInterval> | undefined;
  #lastCheck = 0;
  #lastWallClock = 0;
  #position = -1;
  #stalledSince = 0;
  #actionsTaken = 0;
  #seekRequested = false;
  #lastSeekAt = -Infinity;

  constructor(context: StallWatchdogContext) {
    this.#context = context;
    const { video, signal } = context;
    listen(video, 'play playing pause ended seeking seeked emptied', () => this.sync(), signal);
    listen(video, 'seeking', () => this.#onSeeking(), signal);
    listen(document, 'visibilitychange', () => this.sync(), signal);
    signal.addEventListener('abort', () => clearInterval(this.#timer), { once: true });
  }

  /** Starts or stops the timer, depending on whether playback should advance. */
  sync(): void {
    const { video, signal } = this.#context;
    const isActive = !signal.aborted && this.#context.shouldPlay() && !hasEnded(video) && !document.hidden;
    if (isActive === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = isActive ? setInterval(() => this.#check(), checkIntervalMs) : undefined;
    if (isActive) this.#resetObservation(performance.now());
  }

  #onSeeking(): void {
    this.#seekRequested = true;
    this.#lastSeekAt = performance.now();
  }

  #resetObservation(now: number): void {
    this.#lastCheck = this.#stalledSince = now;
    this.#lastWallClock = Date.now();
    this.#actionsTaken = 0;
    this.#seekRequested = false;
    this.#position = this.#context.video.currentTime;
  }

  #check(): void {
    const { video } = this.#context;
    const now = performance.now();
    const wallClock = Date.now();
    // Compare both clocks because `performance.now()` does not advance while some computers sleep.
    const sleepDetected = Math.max(now - this.#lastCheck, Math.abs(wallClock - this.#lastWallClock)) > minSleepMs;
    this.#lastCheck = now;
    this.#lastWallClock = wallClock;
    if (sleepDetected) {
      this.#context.monitor.retryScheduler.wake();
      return this.#resetObservation(now);
    }
    if (!this.#context.shouldPlay() || hasEnded(video)) return this.sync();
    if (video.currentTime !== this.#position && !video.paused && !video.seeking) {
      if (!this.#seekRequested) this.#restoreVideo();
      return this.#resetObservation(now);
    }
    this.#act(this.#snapshot(now));
  }

  /** Seeks to the current position after audio bridged a gap in the video track, because the browser resumes video only then. */
  #restoreVideo(): void {
    const { video } = this.#context;
    const { buffered, currentTime } = video;
    if (!contains(buffered, this.#position) && contains(buffered, currentTime)) video.currentTime = currentTime;
  }

  #snapshot(now: number): StallSnapshot {
    const { video, monitor } = this.#context;
    const { buffered, currentTime: position } = video;
    let bufferedAhead = 0;
    let nextRangeStart: number | null = null;
    for (const { start, end } of rangesOf(buffered)) {
      if (start <= position + 0.05 && end > position) bufferedAhead = end - position;
      else if (start > position) nextRangeStart ??= start;
    }
    const livePosition = this.#context.livePosition();
    const seekable =
      video.seekable.length > 0 ? { start: video.seekable.start(0), end: video.seekable.end(video.seekable.length - 1) } : null;
    return {
      stalledFor: now - this.#stalledSince,
      sinceSeek: now - this.#lastSeekAt,
      paused: video.paused,
      ended: video.ended,
      seeking: video.seeking,
      position,
      bufferedAhead,
      nextRangeStart,
      skippedUntil: this.#context.skippedUntil(position),
      seekable,
      live: monitor.isLive,
      livePosition,
      duration: video.duration,
      bufferedEnd: this.#context.output()?.bufferedEnd() ?? null,
      loading: monitor.hasPendingRequests,
      waitExpected: monitor.isRetrying || monitor.isStale,
      noMediaFor: now - monitor.lastMediaAt,
      actionsTaken: this.#actionsTaken
    };
  }

  #act(snapshot: StallSnapshot): void {
    const { video, health } = this.#context;
    const action = nextStallAction(snapshot);
    if (action.type === 'none') return;
    this.#actionsTaken += 1;
    if (action.type === 'end') {
      this.#stalledSince = performance.now();
      this.#context.output()?.end();
    } else if (action.type === 'play') {
      health.count('replays');
      this.#context.play();
    } else if (action.type === 'rebuild') {
      this.#stalledSince = performance.now();
      this.#context.rebuild();
    } else {
      health.count(action.type === 'jump' ? 'jumps' : 'nudges');
      if (action.type === 'jump') this.#stalledSince = performance.now();
      video.currentTime = this.#position = action.to;
    }
  }
}
