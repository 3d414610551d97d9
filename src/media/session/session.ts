import { listen, once } from '../../lib/listen.js';
import { Store } from '../../lib/store.js';
import type { DrawMasks } from '../masks/mask.js';
import type { Engine, EngineType } from '../engines/engine.js';
import type { TrackChoices } from '../engines/track-matching.js';
import { throwLoadError, toPlayerError, type PlayerError } from '../error.js';
import type { Session, SessionStatus } from '../features/feature-context.js';
import type { BlockedRequest, Guard } from '../network/guard.js';
import type { NetworkSettings } from '../network/network-settings.js';
import type { Receiver } from '../receiver.js';
import { HealthCounters } from '../recovery/health.js';
import type { Interruption } from '../recovery/interruption.js';
import { resolveSource, type DeclaredSource, type Source, type SourceInput } from '../source.js';
import { noStream, type StreamState } from '../stream.js';
import { checkCodecs } from './declared-codecs.js';
import { importPlaybackSupervisor } from './import-playback-supervisor.js';
import { onIntendedPause } from './intended-pause.js';
import type { Load, StartedEngine } from './load.js';
import { playVideo } from './play-video.js';
import type { PlaybackSupervisor } from './playback-supervisor.js';
import { preloadCode } from './preload-code.js';
import { prepareAttempt } from './prepare-attempt.js';
import { createSessionGuard } from './session-guard.js';
import { SessionRestrictions, wholeTimeline } from './session-restrictions.js';

/**
 * Owns the current load: starts its first attempt, and keeps the status and the play intent. Its events are in `SessionEvents`, and what
 * must not be shown is in `SessionRestrictions`. `PlaybackSupervisor`, whose code is loaded with the first source, runs the attempts of a
 * load and decides what follows a failure. A new load, or the player's end, ends the load before it.
 */
export class PlayerSession extends SessionRestrictions implements Session {
  readonly guard: Guard;
  readonly stream = new Store<StreamState>(noStream);
  readonly health = new HealthCounters();
  /** The viewer's choices, for this source and later ones. @internal */
  readonly choices: TrackChoices = {};
  engine: Engine | undefined;
  engineName: EngineType['name'] | null = null;
  source: Source | undefined;
  receiver: Receiver | undefined;
  error: PlayerError | null = null;
  status: SessionStatus = 'idle';
  interruption: Interruption | null = null;
  lastBlocked: BlockedRequest | undefined;
  playPending = false;
  /** Whether playback has been requested, and no pause has followed; `playPending` is true only until a source is open. @internal */
  playIntent = false;

  readonly #video: HTMLVideoElement;
  readonly #settings: () => NetworkSettings;
  readonly #playerSignal: AbortSignal;
  readonly #drawMasks: DrawMasks | undefined;
  /** The origins of the current sources. */
  #allowedOrigins: readonly string[] = [];
  #load: Load | undefined;
  /** Ends the current load, and its attempt. */
  #loadLifetime = new AbortController();
  #supervisor: PlaybackSupervisor | undefined;

  constructor(video: HTMLVideoElement, settings: () => NetworkSettings, playerSignal: AbortSignal, drawMasks?: DrawMasks) {
    super();
    this.#video = video;
    this.#drawMasks = drawMasks;
    this.#settings = settings;
    this.#playerSignal = playerSignal;
    // `play` is fired in a later task; the page may have paused the video by then.
    listen(video, 'play', () => video.paused || (this.playIntent = true), playerSignal);
    // The end withdraws the play request too, as with `<video>`: a seek does not resume playback then. An error does not.
    onIntendedPause(video, () => this.status === 'ready' && !video.error && (this.playIntent = false), playerSignal);
    const onEnd = () => {
      this.#endLoad();
      this.#setPlayPending(false);
    };
    playerSignal.addEventListener('abort', onEnd, { once: true });
    const onBlocked = (blocked: BlockedRequest) => {
      this.lastBlocked = blocked;
      this.emit('blocked');
    };
    this.guard = createSessionGuard(video, settings, () => this.#allowedOrigins, onBlocked);
  }

  /** Loads the first playable source of `sources`, at `startTime` seconds; an empty list unloads the current source. */
  load(sources: readonly SourceInput[], startTime = 0): void {
    const declared = sources.map((source) => checkCodecs(resolveSource(source, this.guard.base), this.#video));
    this.#startLoad(declared, startTime);
  }

  #startLoad(sources: readonly DeclaredSource[], startTime: number): void {
    this.#endLoad();
    const { signal } = (this.#loadLifetime = new AbortController());
    const load = (this.#load = { video: this.#video, session: this, settings: this.#settings, sources, startTime, signal });
    this.#supervisor = undefined;
    this.playIntent = false;
    this.guard.signatures.clear();
    this.setAllowedSources(sources);
    this.restrict({ withdrawn: [], masks: undefined });
    if (sources.length > 0) return void this.#startFirstAttempt(load, sources[0]!);
    // A pending play request ends with its source.
    this.#setPlayPending(false);
    this.setStatus('idle', null);
  }

  /** Allows requests to the origins of these sources, and no longer to those of earlier sources. */
  setAllowedSources(sources: readonly DeclaredSource[]): void {
    this.#allowedOrigins = sources.flatMap(({ url }) => (url?.protocol.startsWith('http') ? url.origin : []));
  }

  /** Preloads the code that plays a source, and fetches nothing of the source itself. */
  preloadCode(source: SourceInput): void {
    preloadCode(source, this.guard.base, this.#settings());
  }

  retry(): void {
    if (this.#supervisor) return this.#supervisor.retry();
    const load = this.#load;
    if (!load?.sources.length) return;
    this.#startLoad(load.sources, load.startTime);
    void this.play().catch(() => undefined);
  }

  /**
   * Requests playback. A new source empties the video and resets its play request, so the session keeps the request until an engine
   * has opened the source. When that engine fails, the session keeps it for the next engine.
   */
  async play(): Promise<void> {
    if (this.receiver) return this.receiver.video.play();
    this.playIntent = true;
    do await this.#waitForSource();
    while (!(await playVideo(this.#video, this, this.#playerSignal)));
  }

  /** Resolves when a source is open. @throws DOMException when the play request is cancelled before; PlayerError when loading failed */
  async #waitForSource(): Promise<void> {
    const loading = this.status === 'loading' && !this.#playerSignal.aborted;
    this.#setPlayPending(loading);
    while (this.playPending && this.status === 'loading') await once(this, 'status playpendingchange');
    const cancelled = loading && (this.status === 'loading' || this.status === 'idle' || this.#playerSignal.aborted);
    this.#setPlayPending(false);
    if (cancelled) throw new DOMException('The play request was cancelled before the source loaded.', 'AbortError');
    if (this.error) throw this.error;
  }

  pause(): void {
    if (this.receiver) return this.receiver.video.pause();
    this.playIntent = false;
    this.#setPlayPending(false);
    this.#video.pause();
  }

  /** Starts the source again at its position. @internal */
  restartSource(): void {
    this.#supervisor?.restartSource();
  }

  /** Ends the load with an error, without trying its other sources; `retry` starts it again. @internal */
  fail(error: unknown): void {
    this.#endLoad();
    this.#supervisor = undefined;
    this.setStatus('failed', toPlayerError(error));
  }

  /** Delegates playback to a receiver, or returns it to the video with undefined. */
  delegate(receiver: Receiver | undefined): void {
    this.receiver = receiver;
    this.emit('receiver');
  }

  #setPlayPending(playPending: boolean): void {
    if (playPending === this.playPending) return;
    this.playPending = playPending;
    this.emit('playpendingchange');
  }

  /** Sets the status and its interruption; a running attempt reports interruptions separately. */
  setStatus(status: SessionStatus, error: PlayerError | null, interruption: Interruption | null = null): void {
    this.status = status;
    this.error = error;
    this.#setInterruption(interruption);
    this.emit('status');
  }

  #setInterruption(interruption: Interruption | null): void {
    const isSameError = interruption?.kind === this.interruption?.kind && interruption?.error.code === this.interruption?.error.code;
    if (isSameError && interruption?.retryIn === this.interruption?.retryIn) return;
    this.interruption = interruption;
    this.emit('interruption');
  }

  /** Shows that an attempt loads its source; `isFreshStart` is false during automatic recovery. @internal */
  showLoading(isFreshStart: boolean): void {
    this.setStatus('loading', null, isFreshStart ? null : this.interruption);
    if (isFreshStart) this.emit('source');
  }

  /** Shows the interruption that the running attempt reports. While a source is loading, null keeps the one that is shown. @internal */
  showInterruption(interruption: Interruption | null): void {
    this.#setInterruption(interruption ?? (this.status === 'loading' ? this.interruption : null));
  }

  /** Takes over the engine of an attempt; `interruption` is the one in which the engine started. @internal */
  attach({ engine, name, source }: StartedEngine, interruption: Interruption | null): void {
    this.engine = engine;
    this.engineName = name;
    this.source = source;
    this.setStatus('ready', null, interruption);
  }

  /** Forgets the engine of an attempt that has ended, and discards its prefetched responses. @internal */
  detach(): void {
    this.guard.clearPrefetched();
    this.engine = this.source = undefined;
    this.engineName = null;
    this.stream.patch(noStream);
  }

  #endLoad(): void {
    this.#loadLifetime.abort();
    this.detach();
  }

  /** Starts the first attempt of a load, while the code of its supervisor is loading. */
  async #startFirstAttempt(load: Load, source: DeclaredSource): Promise<void> {
    if (this.#playerSignal.aborted) return;
    const { withdrawn, withdrawals, masks } = this.#settings();
    try {
      if (withdrawn?.trim() || withdrawals || masks) await this.#applyRestrictions(load);
      // First all requests are sent, and then the session notifies its listeners, because their work would delay the requests.
      const supervisorCode = importPlaybackSupervisor().catch(throwLoadError);
      const attempt = prepareAttempt(load, source, load.startTime);
      this.showLoading(true);
      const { PlaybackSupervisor } = await supervisorCode;
      if (load.signal.aborted) return;
      this.#supervisor = new PlaybackSupervisor(load);
      void this.#supervisor.runAttempt(attempt);
    } catch (error) {
      if (!load.signal.aborted) this.fail(error);
    }
  }

  /** Reads what must not be shown before anything of the media is requested. @throws PlayerError when it cannot be read or drawn */
  async #applyRestrictions(load: Load): Promise<void> {
    // Until it is known, and after an error, nothing may be shown.
    this.restrict({ withdrawn: wholeTimeline });
    this.setStatus('loading', null);
    const { applyRestrictions } = await import('./restrictions.js').catch(throwLoadError);
    await applyRestrictions(load, this.#drawMasks);
  }
}
