import { listen } from '../../lib/listen.js';
import { PlayerError } from '../error.js';
import type { HealthCounters } from './health.js';
import { liveEpoch, hasRestarted, type LiveEpoch } from './live-restart.js';
import { RetryScheduler } from './retry-scheduler.js';
import { interruptionOf, type Interruption } from './interruption.js';
import { onWake } from './wake-signals.js';

export interface AttemptMonitorContext {
  readonly video: HTMLVideoElement;
  readonly health: HealthCounters;
  readonly signal: AbortSignal;
  isLive(): boolean;
  /** Whether the page can renew the URL when the server refuses it. */
  isRenewable(): boolean;
  /** Ends the attempt with an error. */
  failAttempt(error: PlayerError): void;
  /** Called when the encoder of a live channel has restarted. */
  onEncoderRestart(): void;
  /** Called when `interruption` may have changed. */
  onInterruptionChange(): void;
}

/** Identifies a request and its retries, by identity. A request may be recorded by one object, and its retries by another. */
export type RequestId = object;

/** Minimum time after which an unchanged live manifest counts as stale; three segment durations if they are longer. */
const minStaleMs = 7000;

/** Monitors the requests of one attempt to play a source, until its signal aborts. */
export class AttemptMonitor {
  readonly retryScheduler = new RetryScheduler();
  readonly signal: AbortSignal;
  readonly health: HealthCounters;
  /** Times in milliseconds of `performance.now()`: of the last byte of media, and of the last changed live manifest. */
  lastMediaAt = performance.now();
  lastManifestChangeAt = performance.now();

  #lastManifestAt = 0;
  /** Longest segment duration of a live HLS stream, in seconds. */
  #segmentDuration = 0;
  readonly #context: AttemptMonitorContext;
  /** The requests for media or a manifest that have not ended; aborting one removes its listener. */
  readonly #loading = new Map<RequestId, AbortController>();
  readonly #interruptions = new Map<RequestId, Interruption>();
  readonly #epochs = new Map<string, { epoch: LiveEpoch; text: string }>();

  constructor(context: AttemptMonitorContext) {
    this.#context = context;
    this.signal = context.signal;
    this.health = context.health;
    const wake = () => this.retryScheduler.wake();
    onWake(wake, this.signal);
    // Playback now waits for data, so pending retries start at once.
    listen(context.video, 'waiting seeking play', wake, this.signal);
    listen(context.video, 'waiting seeking playing canplay seeked emptied', () => context.onInterruptionChange(), this.signal);
  }

  get isLive(): boolean {
    return this.#context.isLive();
  }

  get isRenewable(): boolean {
    return this.#context.isRenewable();
  }

  /** Whether there is too little data to continue playback, paused or not. */
  get lacksData(): boolean {
    return this.#context.video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
  }

  /** Why playback waits; null while the player is not rebuffering. */
  get interruption(): Interruption | null {
    if (!this.lacksData) return null;
    if (this.isStale) return { kind: 'unavailable', error: new PlayerError('manifest/empty', 'The live channel has stalled.') };
    const interruptions = [...this.#interruptions.values()];
    return interruptions.find(({ kind }) => kind === 'reconnecting') ?? interruptions[0] ?? null;
  }

  /** Whether the live manifest is loaded repeatedly without a change. */
  get isStale(): boolean {
    return this.isLive && this.#lastManifestAt - this.lastManifestChangeAt > Math.max(minStaleMs, 3000 * this.#segmentDuration);
  }

  /** Whether a request is being retried. */
  get isRetrying(): boolean {
    return this.#interruptions.size > 0;
  }

  /** Whether media, or what is needed to request them, are being requested or received. */
  get hasPendingRequests(): boolean {
    return this.#loading.size > 0;
  }

  /** Records that a request for media or a manifest has begun; `signal` aborts it. */
  recordRequestStart(request: RequestId, signal: AbortSignal): void {
    const listener = new AbortController();
    this.#loading.set(request, listener);
    signal.addEventListener('abort', () => this.recordRequestEnd(request), { once: true, signal: listener.signal });
  }

  /** Records that a request for media or a manifest has ended. */
  recordRequestEnd(request: RequestId): void {
    this.#loading.get(request)?.abort();
    this.#loading.delete(request);
  }

  /** Records that a failed request is retried after `pauseMs` milliseconds. */
  recordRetry(request: RequestId, kind: Interruption['kind'], error: PlayerError, pauseMs: number): void {
    this.#interruptions.set(request, interruptionOf(kind, error, pauseMs));
    this.#context.onInterruptionChange();
  }

  /** Records that a request is no longer retried: it succeeded, was given up or was aborted. */
  recordRetryEnd(request: RequestId): void {
    if (this.#interruptions.delete(request)) this.#context.onInterruptionChange();
  }

  /** Ends the attempt with an error. */
  failAttempt(error: PlayerError): void {
    this.#context.failAttempt(error);
  }

  /** Records that bytes of media have arrived. */
  recordMedia(): void {
    this.lastMediaAt = performance.now();
  }

  /** Checks a reloaded manifest for changes and for a restarted encoder. */
  recordManifest(url: string, bytes: ArrayBuffer): void {
    if (bytes.byteLength > 1_000_000) return;
    const text = new TextDecoder().decode(bytes);
    const epoch = liveEpoch(text);
    if (!epoch) return;
    const previous = this.#epochs.get(url);
    this.#lastManifestAt = performance.now();
    this.#segmentDuration = Math.min(20, Number(/#EXT-X-TARGETDURATION:\s*(\d+)/.exec(text)?.[1] ?? 0));
    if (previous?.text !== text) this.lastManifestChangeAt = this.#lastManifestAt;
    this.#epochs.set(url, { epoch, text });
    this.#context.onInterruptionChange();
    if (previous && hasRestarted(previous.epoch, epoch)) this.#context.onEncoderRestart();
  }
}
