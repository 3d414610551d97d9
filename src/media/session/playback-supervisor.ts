import { listen } from '../../lib/listen.js';
import { drmRequired } from '../drm.js';
import { startLiveCatchUp } from './live-catch-up.js';
import { toPlayerError, type PlayerError } from '../error.js';
import type { Session } from '../features/feature-context.js';
import { openSource, type AttemptOptions, type OpenedSource } from './open-source.js';
import { SourceRecovery, type LoadContext, type RecoverableSession } from './source-recovery.js';
import { AttemptMonitor } from '../recovery/attempt-monitor.js';
import { removeCues } from '../withdrawn/remove-cues.js';
import { leavePassages } from '../withdrawn/leave-passages.js';
import { renewBeforeExpiry } from '../network/url-renewal.js';
import type { Interruption } from '../recovery/interruption.js';
import { StallWatchdog } from './stall-watchdog.js';
import { chosenRate } from '../playback-rate.js';
import { TrackSelection } from './track-selection.js';
import type { DeclaredSource } from '../source.js';
import type { TrackChoices } from '../engines/track-matching.js';

/** The part of the session that its supervisor uses. */
export interface SupervisedSession extends Session, RecoverableSession {
  /** The viewer's choices, for this source and later ones. */
  readonly choices: TrackChoices;
  reportPassageLeft(): void;
}

export interface SupervisorContext extends LoadContext {
  readonly session: SupervisedSession;
  /**
   * Sets the session to loading, and starts what an attempt needs before its engine. `isFreshStart` is false during automatic recovery;
   * `attemptSignal` ends the attempt.
   */
  prepare(source: DeclaredSource, startTime: number, isFreshStart: boolean, attemptSignal: AbortSignal): PreparedAttempt;
  /** Called when an engine has opened the source. */
  attach(started: StartedEngine): void;
  /** Called when an attempt has been stopped. */
  detach(): void;
  /** Called when an interruption starts, changes or ends (null). */
  onInterruption(interruption: Interruption | null): void;
}

/** An attempt whose preparations have started; the source is not open yet. */
export interface PreparedAttempt extends AttemptOptions {
  readonly source: DeclaredSource;
  /** Aborts with the attempt, or with its load. */
  readonly signal: AbortSignal;
  /** Resolves when the page's Content Security Policy refuses the media. */
  readonly pageCspError: Promise<PlayerError>;
}

/** An engine that has opened its source. */
export interface StartedEngine extends OpenedSource {
  /** The interruption in which the engine started. */
  readonly interruption: Interruption | null;
}

/**
 * Supervises the playback of one load: makes one attempt after another until an engine opens its source, and recovers when an attempt
 * fails.
 */
export class PlaybackSupervisor {
  readonly #context: SupervisorContext;
  readonly #sourceRecovery: SourceRecovery;
  readonly #trackSelection: TrackSelection;
  #lifetime = new AbortController();

  constructor(context: SupervisorContext) {
    this.#context = context;
    const { video, session, signal } = context;
    this.#sourceRecovery = new SourceRecovery({
      ...context,
      startAttempt: (...options) => this.#startAttempt(...options),
      stopAttempt: () => this.#stopAttempt()
    });
    this.#trackSelection = new TrackSelection(video, session.stream, signal, session.choices);
    const onCommand = (event: Event) => {
      const { detail: command } = event as CustomEvent<string>;
      if (/^captions\.(choose|toggle)$/.test(command) && !session.receiver) this.#trackSelection.keepCaption();
    };
    listen(session, 'command', onCommand, signal);
    startLiveCatchUp({ video, session, stream: session.stream }, signal);
  }

  /** Runs a prepared attempt; aborting `lifetime` ends it. */
  async runAttempt(attempt: PreparedAttempt, lifetime: AbortController): Promise<void> {
    const { signal } = attempt;
    if (signal.aborted) return;
    this.#lifetime = lifetime;
    try {
      const started = await this.#openSource(attempt);
      signal.throwIfAborted();
      this.#context.attach(started);
    } catch (error) {
      if (!signal.aborted) this.#sourceRecovery.onAttemptFailure(toPlayerError(error));
    }
  }

  /** Retries at the viewer's request. */
  retry(): void {
    this.#sourceRecovery.retry();
  }

  #startAttempt(source: DeclaredSource, startTime: number, isFreshStart: boolean): void {
    const lifetime = (this.#lifetime = new AbortController());
    void this.runAttempt(this.#context.prepare(source, startTime, isFreshStart, lifetime.signal), lifetime);
  }

  #stopAttempt(): void {
    const { video } = this.#context;
    const rate = chosenRate(video);
    this.#trackSelection.detachEngine();
    this.#lifetime.abort();
    this.#context.detach();
    // Removing the source resets the rate, which the next attempt for the same source keeps.
    if (video.playbackRate !== rate) video.playbackRate = rate;
  }

  /**
   * Opens the source of an attempt, with its monitors.
   * @throws PlayerError when no engine could be started
   */
  async #openSource(attempt: PreparedAttempt): Promise<StartedEngine> {
    const { video, session, settings, onInterruption } = this.#context;
    const { guard, stream, health } = session;
    const { source, signal, drm, pageCspError } = attempt;
    const failAttempt = (error: PlayerError) => {
      if (!signal.aborted) this.#sourceRecovery.onAttemptFailure(error);
    };
    void pageCspError.then(failAttempt);
    // A manifest need not say that its segments are encrypted.
    if (!drm) listen(video, 'waitingforkey', () => failAttempt(drmRequired()), signal);
    const monitor: AttemptMonitor = new AttemptMonitor({
      video,
      health,
      signal,
      isLive: () => this.#sourceRecovery.live,
      isRenewable: () => settings().refreshSource !== undefined,
      failAttempt,
      onEncoderRestart: () => signal.aborted || this.#sourceRecovery.onEncoderRestart(),
      onInterruptionChange: () => onInterruption(monitor.interruption)
    });
    const openedSource = await openSource(source, {
      ...attempt,
      video,
      guard,
      stream,
      monitor,
      choices: this.#trackSelection.choices,
      hasPlayed: this.#sourceRecovery.hasPlayed,
      failAttempt
    });
    const watchdog = new StallWatchdog({
      video,
      monitor,
      health,
      signal,
      shouldPlay: () => session.playIntent && session.status === 'ready',
      livePosition: () => session.engine?.livePosition() ?? null,
      skippedUntil: (seconds) => session.engine?.skippedUntil?.(seconds) ?? null,
      output: () => session.engine?.output,
      play: () => void video.play().catch(() => undefined),
      rebuild: () => this.#sourceRecovery.onStall()
    });
    listen(session, 'status', () => watchdog.sync(), signal);
    removeCues(video, attempt.withdrawn, signal);
    leavePassages({
      video,
      passages: attempt.withdrawn,
      signal,
      endMedia: () => session.engine?.output?.end(),
      onLeave: () => session.reportPassageLeft()
    });
    renewBeforeExpiry(source, { guard, settings, signal, onRenewed: (renewedSource) => this.#sourceRecovery.replaceSource(renewedSource) });
    return { ...openedSource, engine: this.#trackSelection.recordChoicesOf(openedSource.engine), interruption: monitor.interruption };
  }
}
