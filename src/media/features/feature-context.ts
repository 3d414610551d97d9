import type { Readable } from '../../lib/store.js';
import type { TimeRange } from '../../lib/time-ranges.js';
import type { Receiver } from '../receiver.js';
import type { Consent } from '../consent.js';
import type { Mask } from '../masks/mask.js';
import type { Engine } from '../engines/engine.js';
import type { StreamState } from '../stream.js';
import type { PlayerError } from '../error.js';
import type { BlockedRequest, Guard } from '../network/guard.js';
import type { StoredPreferences } from '../storage/stored-preferences.js';
import type { OptIns } from '../opt-ins.js';
import type { Interruption } from '../recovery/interruption.js';
import type { Source } from '../source.js';
import type { StorageKind } from '../storage/storage.js';
import type { WatchStats } from './watch-stats.js';

/**
 * The parts of a player that its features use. The video and the engine hold the true state: a feature observes them and sends them
 * requests.
 */
export interface PlayerParts {
  readonly video: HTMLVideoElement;
  /** The element that goes full screen: the player with its controls. */
  readonly host: HTMLElement;
  readonly guard: Guard;
  readonly stream: Readable<StreamState>;
  /** The session of the player. */
  readonly session: Session;
  readonly consent: Consent;
  readonly preferences: PreferencesPort;
  readonly casting: CastingPort;
  optIns(): OptIns;
  /** Aborts when the player is destroyed. */
  readonly signal: AbortSignal;
}

/** Everything a feature can use. */
export interface FeatureContext extends PlayerParts {
  /** The chapter commands of the player; they act on the receiver while one plays. */
  chapters(): ChaptersPort;
}

/** The session as features see it: the engine in use, playback requests and retries. */
export interface Session extends SessionEventTarget {
  readonly engine: Engine | undefined;
  readonly engineName: string | null;
  /** The source that the engine plays. */
  readonly source: Source | undefined;
  /** The receiver that plays instead of the video, if any. */
  readonly receiver: Receiver | undefined;
  readonly error: PlayerError | null;
  readonly status: SessionStatus;
  /** Why playback waits for a retry or for a live channel; null when it does not. */
  readonly interruption: Interruption | null;
  readonly lastBlocked: BlockedRequest | undefined;
  /** The withdrawn passages of the current load, in ascending order. */
  readonly withdrawn: readonly TimeRange[];
  /** The masks of the current load; undefined when the publisher sets no file of masks. */
  readonly masks: readonly Mask[] | undefined;
  /**
   * Whether only this player may show the media, because parts of them must not be shown: there is no download, no receiver and no native
   * picture-in-picture.
   */
  readonly staysInPlayer: boolean;
  /** Whether playback was requested while the source is still loading; it starts when the source is ready. */
  readonly playPending: boolean;
  /** `dataSaver` tells whether to play the rendition that needs the least data, from the start on. @internal */
  readonly choices: { dataSaver?: boolean | undefined };
  /** Starts playback now, or as soon as the source is ready. Rejects as `HTMLMediaElement.play` does. */
  play(): Promise<void>;
  /** Pauses, or cancels a pending playback request. */
  pause(): void;
  /** Reloads the same sources, restores the playback position and plays. */
  retry(): void;
  /** Dispatches the watch statistics of a source, as the event `stats`. */
  reportStats(stats: WatchStats): void;
}

/** The events of a session. */
export interface SessionEventMap {
  /** `status` or `error` changed. */
  status: Event;
  /** A source starts: a new one, or the same one after `retry()`. */
  source: Event;
  /** `interruption` changed. */
  interruption: Event;
  /** `withdrawn` or `masks` changed. */
  restrictionschange: Event;
  /** Playback or a seek was moved out of a withdrawn passage. */
  passageexit: Event;
  /** `playPending` changed. */
  playpendingchange: Event;
  /** The guard blocked an origin; see `lastBlocked`. */
  blocked: Event;
  /** The browser does not allow playback with audio. */
  autoplayblocked: Event;
  /** A receiver was connected or disconnected. */
  receiver: Event;
  /** The publisher's opt-ins changed. */
  optinschange: Event;
  /** A command was called; the detail is its path, such as `volume.setMuted`. */
  command: CustomEvent<string>;
  /** A source ended, failed or was replaced. */
  stats: CustomEvent<WatchStats>;
}

/** An `EventTarget` with the types of the session's events. */
export interface SessionEventTarget extends EventTarget {
  addEventListener<Type extends keyof SessionEventMap>(
    type: Type,
    listener: (event: SessionEventMap[Type]) => void,
    options?: AddEventListenerOptions
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: AddEventListenerOptions | boolean): void;
}

/** `idle`: no source; `loading`: no engine has opened the source yet; `ready`: an engine has opened the source; `failed`: see `error`. */
export type SessionStatus = 'idle' | 'loading' | 'ready' | 'failed';

/** The chapter commands, as the system's media controls use them. */
export interface ChaptersPort {
  next(): void;
  previous(): void;
}

/** Playback on a receiver, as features see it. Event: `change`. */
export interface CastingPort extends EventTarget {
  readonly status: CastStatus;
  /** The receiver's name; empty when there is no receiver or it has no name. */
  readonly device: string;
  readonly problem: CastProblem | null;
  /** Whether to show a Cast button. */
  readonly offered: boolean;
  /** Whether to show an AirPlay button. */
  readonly airplayOffered: boolean;
  /** Asks the viewer for consent, lets them choose a receiver and plays there. */
  start(): Promise<void>;
  /** Like `start`, with AirPlay's own picker. */
  startAirplay(): Promise<void>;
  /** Returns playback to the page's video. */
  stop(): void;
  /** Withdraws consent to play on a receiver. */
  withdraw(): void;
}

/** `off`; `starting`: the viewer chooses a receiver or the player connects to it; `connected`: media is playing on the receiver. */
export type CastStatus = 'off' | 'starting' | 'connected';

/** Why casting failed or ended: it is not available here, the receiver cannot play the media, or the connection was lost. */
export type CastProblem = 'unavailable' | 'failed' | 'lost';

/** The viewer's stored preferences, as features see them. Event: `change`. */
export interface PreferencesPort extends EventTarget {
  readonly kind: StorageKind | 'adapter';
  /** Whether the publisher offers to store preferences, but storage needs the viewer's consent. */
  readonly consentPending: boolean;
  readonly record: StoredPreferences | undefined;
  /** Records the viewer's consent to storing their preferences. */
  allow(): void;
  /** Erases the stored preferences, and stores nothing more on this page. */
  erase(): void;
}
