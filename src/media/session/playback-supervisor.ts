import { listen } from '../../lib/listen.js';
import { drmRequired } from '../drm.js';
import { startLiveCatchUp } from './live-catch-up.js';
import { PlayerError, toPlayerError } from '../error.js';
import type { Load } from './load.js';
import { startEngine, type PreparedAttempt } from './start-engine.js';
import { playExtendedEnd } from './play-extended-end.js';
import { prepareAttempt } from './prepare-attempt.js';
import { SourceRecovery } from './source-recovery.js';
import { AttemptMonitor } from '../recovery/attempt-monitor.js';
import { beginAutoplay } from '../withdrawn/begin-autoplay.js';
import { leavePassages } from '../withdrawn/leave-passages.js';
import { removeCues } from '../withdrawn/remove-cues.js';
import { renewBeforeExpiry } from '../network/url-renewal.js';
import { StallWatchdog } from './stall-watchdog.js';
import { chosenRate } from '../playback-rate.js';
import { TrackSelection } from './track-selection.js';
import type { DeclaredSource } from '../source.js';

/**
 * Supervises the playback of one load: makes one attempt after another until an engine opens its source, and recovers when an attempt
 * fails.
 */
export class PlaybackSupervisor {
  readonly #load: Load;
  readonly #sourceRecovery: SourceRecovery;
  readonly #trackSelection: TrackSelection;
  #attempt: PreparedAttempt | undefined;

  constructor(load: Load) {
    this.#load = load;
    const { video, session, signal } = load;
    this.#sourceRecovery = new SourceRecovery(load, {
      start: (...options) => this.#startAttempt(...options),
      stop: () => this.#stopAttempt()
    });
    this.#trackSelection = new TrackSelection(video, session.stream, signal, session.choices);
    const onCommand = (event: Event) => {
      const { detail: command } = event as CustomEvent<string>;
      if (/^captions\.(choose|toggle)$/.test(command) && !session.receiver) this.#trackSelection.keepCaption();
    };
    listen(session, 'command', onCommand, signal);
    startLiveCatchUp(load);
  }

  /** Opens the source of a prepared attempt, which then plays until its signal aborts; a failure goes to `SourceRecovery`. */
  async runAttempt(attempt: PreparedAttempt): Promise<void> {
    const { signal } = attempt;
    if (signal.aborted) return;
    this.#attempt = attempt;
    try {
      await this.#startSupervisedEngine(attempt);
    } catch (error) {
      if (!signal.aborted) this.#sourceRecovery.onAttemptFailure(toPlayerError(error));
    }
  }

  /** Retries at the viewer's request. */
  retry(): void {
    this.#sourceRecovery.retry();
  }

  /** Starts the source again at its position. */
  restartSource(): void {
    this.#sourceRecovery.restartSource();
  }

  #startAttempt(source: DeclaredSource, startTime: number, isFreshStart: boolean): void {
    const attempt = (this.#attempt = prepareAttempt(this.#load, source, startTime));
    // After `#attempt` is set, because a listener of the session may stop this attempt.
    this.#load.session.showLoading(isFreshStart);
    void this.runAttempt(attempt);
  }

  #stopAttempt(): void {
    const { video, session } = this.#load;
    const rate = chosenRate(video);
    this.#trackSelection.detachEngine();
    this.#attempt?.lifetime.abort();
    session.detach();
    // Removing the source resets the rate, which the next attempt for the same source keeps.
    if (video.playbackRate !== rate) video.playbackRate = rate;
  }

  /**
   * Starts the engine of an attempt, with its monitors, and attaches it to the session.
   * @throws PlayerError when no engine could be started
   */
  async #startSupervisedEngine(attempt: PreparedAttempt): Promise<void> {
    const { video, session, settings } = this.#load;
    const { guard, health } = session;
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
      onInterruptionChange: () => session.showInterruption(monitor.interruption)
    });
    const { engine, ...started } = await startEngine(this.#load, attempt, {
      monitor,
      choices: this.#trackSelection.choices,
      hasFailedAfterPlaying: this.#sourceRecovery.hasFailedAfterPlaying,
      failAttempt
    });
    signal.throwIfAborted();
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
    playExtendedEnd(video, signal);
    if (attempt.withdrawn.length > 0) beginAutoplay(video, signal);
    removeCues(video, attempt.withdrawn, signal);
    leavePassages({
      video,
      passages: attempt.withdrawn,
      signal,
      endMedia: () => session.engine?.output?.end(),
      onExit: () => session.reportPassageExit(),
      onNothingLeft: () => monitor.failAttempt(new PlayerError('policy/withdrawn', 'The whole video is withdrawn.'))
    });
    // The passages may leave nothing to play.
    signal.throwIfAborted();
    renewBeforeExpiry(source, { guard, settings, signal, onRenewed: (renewedSource) => this.#sourceRecovery.replaceSource(renewedSource) });
    session.attach({ ...started, engine: this.#trackSelection.recordChoicesOf(engine) }, monitor.interruption);
  }
}
