import type { Store } from '../../lib/store.js';
import type { Engine, EngineType } from '../engines/engine.js';
import type { TrackChoices } from '../engines/track-matching.js';
import type { PlayerError } from '../error.js';
import type { Session, SessionStatus } from '../features/feature-context.js';
import type { Guard } from '../network/guard.js';
import type { NetworkSettings } from '../network/network-settings.js';
import type { HealthCounters } from '../recovery/health.js';
import type { Interruption } from '../recovery/interruption.js';
import type { DeclaredSource, Source } from '../source.js';
import type { StreamState } from '../stream.js';

/**
 * One load: a list of sources, with the session and the video that play it. The session creates it; the supervisor, source recovery and
 * the preparations of each attempt use it.
 */
export interface Load {
  readonly video: HTMLVideoElement;
  readonly session: LoadingSession;
  settings(): NetworkSettings;
  /** In order of preference; never empty while an attempt runs. */
  readonly sources: readonly DeclaredSource[];
  /** Start position in seconds. */
  readonly startTime: number;
  /** Aborts when other sources are loaded, or the player is destroyed. */
  readonly signal: AbortSignal;
}

/** The session, as the code that carries out a load uses it. Features see only `Session`. */
export interface LoadingSession extends Session {
  readonly guard: Guard;
  readonly health: HealthCounters;
  readonly stream: Store<StreamState>;
  /** The viewer's choices, for this source and later ones. */
  readonly choices: TrackChoices;
  /** Whether playback has been requested, and no pause has followed. */
  playIntent: boolean;
  /** Sets the status and its interruption; a running attempt reports interruptions separately. */
  setStatus(status: SessionStatus, error: PlayerError | null, interruption?: Interruption | null): void;
  /** Shows that an attempt loads its source. `isFreshStart` is false during automatic recovery: the interruption stays, and no `source` event follows. */
  showLoading(isFreshStart: boolean): void;
  /** Shows the interruption that the running attempt reports. While a source is loading, null keeps the one that is shown. */
  showInterruption(interruption: Interruption | null): void;
  /** Allows requests to the origins of these sources, and no longer to those of earlier sources. */
  setAllowedSources(sources: readonly DeclaredSource[]): void;
  /** Takes over the engine of an attempt; `interruption` is the one in which the engine started. */
  attach(started: StartedEngine, interruption: Interruption | null): void;
  /** Sets what must not be shown of the media from now on. */
  restrict(restrictions: Partial<Restrictions>): void;
  /** Starts the source again at its position. */
  restartSource(): void;
  /** Ends the load with an error, without trying its other sources. */
  fail(error: PlayerError): void;
  /** Reports that playback or a seek was moved out of a withdrawn passage. */
  reportPassageExit(): void;
  /** Forgets the engine of an attempt that has ended, and discards its prefetched responses. */
  detach(): void;
}

/** What must not be shown of the media. */
export type Restrictions = Pick<Session, 'withdrawn' | 'masks'>;

/** A running engine and its source. */
export interface StartedEngine {
  readonly engine: Engine;
  /** The name of the engine. */
  readonly name: EngineType['name'];
  readonly source: Source;
}
