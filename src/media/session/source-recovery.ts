import { listen } from '../../lib/listen.js';
import { PlayerError } from '../error.js';
import { requestRenewedSource } from '../network/url-renewal.js';
import { interruptionOf, type Interruption } from '../recovery/interruption.js';
import { afterFailedAttempt } from '../recovery/recovery-rules.js';
import { RetryScheduler } from '../recovery/retry-scheduler.js';
import { onWake } from '../recovery/wake-signals.js';
import type { DeclaredSource } from '../source.js';
import { FailureHistory } from './failure-history.js';
import type { Load } from './load.js';
import { SavedPosition } from './saved-position.js';

/** Stops and starts the attempts of a load. */
interface AttemptControl {
  /** Stops the current attempt. */
  stop(): void;
  /** Starts an attempt after the previous one was stopped. `isFreshStart` is true for another source and for a retry of the viewer. */
  start(source: DeclaredSource, startTime: number, isFreshStart: boolean): void;
}

/** Decides what follows a failed attempt: a renewed URL, a new engine, a pause, the next source, or the end. */
export class SourceRecovery {
  readonly #load: Load;
  readonly #attempts: AttemptControl;
  readonly #retryScheduler = new RetryScheduler();
  readonly #sources: DeclaredSource[];
  readonly #position: SavedPosition;
  #pendingStep = new AbortController();
  #index = 0;
  #live = false;
  #played = false;
  #livePolls = 0;
  #failures = new FailureHistory();

  constructor(load: Load, attempts: AttemptControl) {
    this.#load = load;
    this.#attempts = attempts;
    const { video, session, sources, signal } = load;
    this.#sources = [...sources];
    this.#position = new SavedPosition(load);
    listen(video, 'playing', () => this.#onPlaying(), signal);
    // Listen before the engine does because dash.js removes the source at once, and the playback position with it.
    listen(video, 'error', () => this.#position.save(this.#played), signal);
    onWake(() => this.#retryScheduler.wake(), signal);
    listen(globalThis.window, 'online', () => this.#onOnline(), signal);
    session.stream.subscribe(({ live }) => live !== undefined && (this.#live = live !== null), signal);
    signal.addEventListener('abort', () => this.#pendingStep.abort(), { once: true });
  }

  /** Whether an engine has played the current source and failed. */
  get hasFailedAfterPlaying(): boolean {
    return this.#played && this.#failures.hasFailed;
  }

  /** Whether this is a live channel: an engine reported it, or the page says so. */
  get live(): boolean {
    return this.#live || this.#load.settings().streamType === 'live';
  }

  /** Starts an attempt with the first source at the saved position, at the viewer's request. */
  retry(): void {
    this.#pendingStep.abort();
    this.#position.save(this.#played);
    this.#attempts.stop();
    this.#index = this.#livePolls = 0;
    this.#failures = new FailureHistory();
    this.#startCurrentSource(true);
    void this.#load.session.play().catch(() => undefined);
  }

  /** Handles an error that ended an attempt. */
  onAttemptFailure(error: PlayerError): void {
    this.#position.save(this.#played);
    this.#attempts.stop();
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
      renewable: this.#load.settings().refreshSource !== undefined
    });
    if (step.type === 'renew') return void this.#renew(error);
    if (step.type === 'skip') return this.#skipDamage(step.seconds);
    if (step.type === 'wait') this.#livePolls += 1;
    else if (step.type === 'rebuild') this.#countRebuild();
    else return this.#playNextSourceOrFail(error); // For `next` and `end`
    void this.#startAttemptAfterPause(step.pause, error, step.type === 'wait' ? 'unavailable' : 'reconnecting');
  }

  /** Handles a stall: the engine is running, but playback does not advance. */
  onStall(): void {
    this.onAttemptFailure(new PlayerError('engine/failed', 'Playback stalled.'));
  }

  /** Handles a restarted encoder; the old engine would wait hours for its next segment number. */
  onEncoderRestart(): void {
    this.#load.session.health.count('restarts');
    this.#attempts.stop();
    this.#position.reset();
    this.#played = false;
    this.#startCurrentSource(false);
  }

  /** Starts the source again at its position, because an engine keeps the withdrawn passages with which it started. */
  restartSource(): void {
    this.#pendingStep.abort();
    this.#position.save(this.#played);
    this.#attempts.stop();
    this.#startCurrentSource(false);
  }

  /** Replaces a source by the same one at a renewed URL. */
  replaceSource(source: DeclaredSource, index = this.#index): void {
    this.#sources[index] = source;
    this.#load.session.setAllowedSources(this.#sources);
  }

  /** Starts a new engine after media that cannot be decoded. */
  #skipDamage(seconds: number): void {
    this.#position.time += seconds;
    this.#failures.addSkipTo(this.#position.time);
    this.#load.session.health.count('skips');
    this.#startCurrentSource(false);
  }

  /** Starts the next source; without one, the error ends playback. */
  #playNextSourceOrFail(error: PlayerError): void {
    const { session } = this.#load;
    if (this.#index + 1 >= this.#sources.length) return session.setStatus('failed', error);
    this.#index += 1;
    // The limits are those of one source.
    this.#failures = new FailureHistory();
    session.health.count('sources');
    this.#startCurrentSource(true);
  }

  #countRebuild(): void {
    this.#failures.addRebuild();
    this.#load.session.health.count('rebuilds');
  }

  #onPlaying(): void {
    this.#played = true;
    this.#livePolls = 0;
  }

  /** Starts an attempt when the network is back after a network error ended playback, without waiting for the viewer. */
  #onOnline(): void {
    const { status, error } = this.#load.session;
    if (status === 'failed' && error?.code.startsWith('network/')) this.#startCurrentSource(false);
  }

  /** Shows an interruption, waits `pauseMs` milliseconds and starts an attempt with the same source. */
  async #startAttemptAfterPause(pauseMs: number, error: PlayerError, kind: Interruption['kind']): Promise<void> {
    const { session } = this.#load;
    const { signal } = (this.#pendingStep = new AbortController());
    session.setStatus('loading', null, interruptionOf(kind, error, pauseMs));
    this.#requestPlay();
    try {
      if (pauseMs > 0) await this.#retryScheduler.wait(pauseMs, signal);
    } catch {
      return;
    }
    this.#startCurrentSource(false);
  }

  #startCurrentSource(isFreshStart: boolean): void {
    const source = this.#sources[this.#index];
    if (!source || this.#load.signal.aborted) return;
    this.#attempts.start(source, this.#position.time, isFreshStart);
    this.#requestPlay();
    this.#position.restoreLiveOffset();
  }

  /** Requests playback from the next engine when playback was requested from the previous one. */
  #requestPlay(): void {
    const { session } = this.#load;
    if (session.playIntent && session.status === 'loading' && !session.playPending) void session.play().catch(() => undefined);
  }

  async #renew(error: PlayerError): Promise<void> {
    const { settings, session } = this.#load;
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
      this.#startCurrentSource(false);
    } catch {
      if (!signal.aborted) this.#playNextSourceOrFail(error);
    }
  }
}
