import { listen } from '../../lib/listen.js';
import type { Store } from '../../lib/store.js';
import type { StreamState } from '../stream.js';
import { PlayerError } from '../error.js';
import type { SessionEventTarget, SessionStatus } from '../features/feature-context.js';
import type { Guard } from '../network/guard.js';
import type { NetworkSettings } from '../network/network-settings.js';
import { requestRenewedSource } from '../network/url-renewal.js';
import type { DeclaredSource } from '../source.js';
import type { HealthCounters } from '../recovery/health.js';
import { afterFailedAttempt } from '../recovery/recovery-rules.js';
import { RetryScheduler } from '../recovery/retry-scheduler.js';
import { interruptionOf, type Interruption } from '../recovery/interruption.js';
import { onWake } from '../recovery/wake-signals.js';
import { FailureHistory } from './failure-history.js';
import { restoreDelay } from './restore-delay.js';

/** The part of the session that source recovery uses. */
export interface RecoverableSession extends SessionEventTarget {
  readonly guard: Guard;
  readonly status: SessionStatus;
  readonly error: PlayerError | null;
  readonly health: HealthCounters;
  readonly stream: Store<StreamState>;
  readonly playPending: boolean;
  /** Whether playback has been requested, and no pause has followed. */
  playIntent: boolean;
  /** Requests playback. Rejects as `HTMLMediaElement.play` does. */
  play(): Promise<void>;
  /** Sets the status and its interruption. */
  setStatus(status: SessionStatus, error: PlayerError | null, interruption?: Interruption | null): void;
  /** Allows requests to the origins of these sources. */
  allowOriginsOf(sources: readonly DeclaredSource[]): void;
}

/** A load, with the video and the session that it plays in. */
export interface LoadContext {
  readonly video: HTMLVideoElement;
  readonly session: RecoverableSession;
  settings(): NetworkSettings;
  /** In order of preference; never empty. */
  readonly sources: readonly DeclaredSource[];
  /** Start position in seconds. */
  readonly startTime: number;
  /** Aborts when other sources are loaded. */
  readonly signal: AbortSignal;
}

interface SourceRecoveryContext extends LoadContext {
  /** Stops the current attempt. */
  stopAttempt(): void;
  /** Starts an attempt after the previous one was stopped. `isFreshStart` is true for another source and for a retry of the viewer. */
  startAttempt(source: DeclaredSource, startTime: number, isFreshStart: boolean): void;
}

/** Distance to the live edge above which the viewer counts as having sought back deliberately. */
const minDeliberateDelaySeconds = 15;

/** Decides what follows a failed attempt: a renewed URL, a new engine, a pause, the next source, or the end. */
export class SourceRecovery {
  readonly #context: SourceRecoveryContext;
  readonly #retryScheduler = new RetryScheduler();
  readonly #sources: DeclaredSource[];
  #pendingStep = new AbortController();
  #index = 0;
  #live = false;
  #played = false;
  #livePolls = 0;
  #failures = new FailureHistory();
  /** Where to continue: a position, or a distance to the live edge, in seconds; and when it was saved, by `performance.now()`. */
  #position: { readonly time: number; readonly behindEdge: number; readonly savedAt: number };

  constructor(context: SourceRecoveryContext) {
    this.#context = context;
    const { video, session, sources, startTime, signal } = context;
    this.#sources = [...sources];
    this.#position = { time: startTime, behindEdge: 0, savedAt: 0 };
    listen(video, 'playing', () => this.#onPlaying(), signal);
    // Listen before the engine does because dash.js removes the source at once, and the playback position with it.
    listen(video, 'error', () => this.#savePosition(), signal);
    onWake(() => this.#retryScheduler.wake(), signal);
    listen(globalThis.window, 'online', () => this.#onOnline(), signal);
    session.stream.subscribe(({ live }) => live !== undefined && (this.#live = live !== null), signal);
    signal.addEventListener('abort', () => this.#pendingStep.abort(), { once: true });
  }

  /** Whether an engine has played the current source and failed. */
  get hasPlayed(): boolean {
    return this.#played && this.#failures.hasFailed;
  }

  /** Whether this is a live channel: an engine reported it, or the page says so. */
  get live(): boolean {
    return this.#live || this.#context.settings().streamType === 'live';
  }

  /** Saves the playback position before the video resets it. */
  #savePosition(): void {
    const { currentTime, seekable } = this.#context.video;
    const { live } = this.#context.session.stream.current;
    // Before playback, only a seek of the viewer counts, on demand; the watchdog's nudges are shorter than a second.
    const hasSought = live === null && Math.abs(currentTime - this.#position.time) > 1;
    if (currentTime <= 0 || !(this.#played || hasSought)) return;
    const end = live && seekable.length > 0 ? seekable.end(seekable.length - 1) : NaN;
    const behindEdge = end - currentTime > minDeliberateDelaySeconds ? end - currentTime : 0;
    this.#position = { time: live ? 0 : currentTime, behindEdge, savedAt: performance.now() };
  }

  /** Starts an attempt with the first source at the saved position, at the viewer's request. */
  retry(): void {
    this.#pendingStep.abort();
    this.#savePosition();
    this.#context.stopAttempt();
    this.#index = this.#livePolls = 0;
    this.#failures = new FailureHistory();
    this.#startAttempt(true);
    void this.#context.session.play().catch(() => undefined);
  }

  /** Handles an error that ended an attempt. */
  onAttemptFailure(error: PlayerError): void {
    this.#savePosition();
    this.#context.stopAttempt();
    // Each engine starts its own live timeline, so positions of two engines cannot be compared.
    this.#failures.add(this.live ? NaN : this.#position.time);
    const { code, retryable } = error;
    const step = afterFailedAttempt({
      code,
      retryable,
      live: this.live,
      played: this.#played,
      hasNextSource: this.#index + 1 < this.#sources.length,
      ...this.#failures.counts,
      livePolls: this.#livePolls,
      renewable: this.#context.settings().refreshSource !== undefined
    });
    if (step.do === 'renew') return void this.#renew(error);
    if (step.do === 'skip') return this.#skipDamage(step.seconds);
    if (step.do === 'wait') this.#livePolls += 1;
    else if (step.do === 'rebuild') this.#countRebuild();
    else return this.#tryNextSource(error); // For `next` and `end`
    void this.#startAttemptAfterPause(step.pause, error, step.do === 'wait' ? 'unavailable' : 'reconnecting');
  }

  /** Starts a new engine after media that cannot be decoded. */
  #skipDamage(seconds: number): void {
    const time = this.#position.time + seconds;
    this.#position = { ...this.#position, time };
    this.#failures.addSkipTo(time);
    this.#context.session.health.count('skips');
    this.#startAttempt(false);
  }

  /** Starts the next source; without one, the error ends playback. */
  #tryNextSource(error: PlayerError): void {
    const { session } = this.#context;
    if (this.#index + 1 >= this.#sources.length) return session.setStatus('failed', error);
    this.#index += 1;
    // The limits are those of one source.
    this.#failures = new FailureHistory();
    session.health.count('sources');
    this.#startAttempt(true);
  }

  /** Replaces a source by the same one at a renewed URL. */
  replaceSource(source: DeclaredSource, index = this.#index): void {
    this.#sources[index] = source;
    this.#context.session.allowOriginsOf(this.#sources);
  }

  /** Handles a stall: the engine is running, but playback does not advance. */
  onStall(): void {
    this.onAttemptFailure(new PlayerError('engine/failed', 'Playback stalled.'));
  }

  /** Handles a restarted encoder; the old engine would wait hours for its next segment number. */
  onEncoderRestart(): void {
    this.#context.session.health.count('restarts');
    this.#context.stopAttempt();
    this.#position = { time: 0, behindEdge: 0, savedAt: 0 };
    this.#played = false;
    this.#startAttempt(false);
  }

  #countRebuild(): void {
    this.#failures.addRebuild();
    this.#context.session.health.count('rebuilds');
  }

  #onPlaying(): void {
    this.#played = true;
    this.#livePolls = 0;
  }

  /** Starts an attempt when the network is back after a network error ended playback, without waiting for the viewer. */
  #onOnline(): void {
    const { status, error } = this.#context.session;
    if (status === 'failed' && error?.code.startsWith('network/')) this.#startAttempt(false);
  }

  /** Shows an interruption, waits `pauseMs` milliseconds and starts an attempt with the same source. */
  async #startAttemptAfterPause(pauseMs: number, error: PlayerError, kind: Interruption['kind']): Promise<void> {
    const { session } = this.#context;
    const { signal } = (this.#pendingStep = new AbortController());
    session.setStatus('loading', null, interruptionOf(kind, error, pauseMs));
    this.#requestPlay();
    try {
      if (pauseMs > 0) await this.#retryScheduler.wait(pauseMs, signal);
    } catch {
      return;
    }
    this.#startAttempt(false);
  }

  #startAttempt(isFreshStart: boolean): void {
    const { video, startAttempt, session, signal } = this.#context;
    const source = this.#sources[this.#index];
    if (!source || signal.aborted) return;
    const { time, behindEdge, savedAt } = this.#position;
    const { playIntent } = session;
    startAttempt(source, time, isFreshStart);
    session.playIntent = playIntent;
    this.#requestPlay();
    if (behindEdge > 0) restoreDelay(behindEdge, savedAt, video, session, signal);
  }

  /** Requests playback from the next engine when playback was requested from the previous one. */
  #requestPlay(): void {
    const { session } = this.#context;
    if (session.playIntent && session.status === 'loading' && !session.playPending) void session.play().catch(() => undefined);
  }

  async #renew(error: PlayerError): Promise<void> {
    const { settings, session } = this.#context;
    const { signal } = (this.#pendingStep = new AbortController());
    const index = this.#index;
    this.#countRebuild();
    session.health.count('renewals');
    session.setStatus('loading', null, { kind: 'reconnecting', error });
    this.#requestPlay();
    try {
      const renewed = await requestRenewedSource(this.#sources[index]!, { guard: session.guard, settings, error });
      if (signal.aborted) return;
      this.replaceSource(renewed, index);
      this.#startAttempt(false);
    } catch {
      if (!signal.aborted) this.#tryNextSource(error);
    }
  }
}
