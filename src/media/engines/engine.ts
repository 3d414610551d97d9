import type { Store } from '../../lib/store.js';
import type { TimeRange } from '../../lib/time-ranges.js';
import type { DrmSystems } from '../drm.js';
import type { PlayerError } from '../error.js';
import type { WholeResponse } from '../network/response-timing.js';
import type { RetryingGuard } from '../recovery/retrying-guard.js';
import type { AttemptMonitor } from '../recovery/attempt-monitor.js';
import type { Source } from '../source.js';
import type { StreamState, ThumbnailPlace } from '../stream.js';
import type { TrackChoices } from './track-matching.js';

/** The rendition to start with, so that the engine requests the segments that are being prefetched. */
export interface InitialRendition {
  /** HLS: the URL of the rendition's playlist. DASH: its id. */
  readonly rendition: string;
  /** Bits per second. */
  readonly bitrate: number;
  /** Settles when the rendition's first segments have been requested, if that needs another response first. */
  readonly segmentsRequested?: Promise<unknown>;
}

/**
 * Everything an engine receives. It plays `source` on `video`, sends requests through `guard` only, and is destroyed when `signal` aborts.
 */
export interface EngineContext {
  readonly video: HTMLVideoElement;
  readonly source: Source;
  /** The guard does all retries of a request, except of a file, which `file-connection.ts` retries. An engine skips or replaces a segment only after the guard has reported it as missing. */
  readonly guard: RetryingGuard;
  readonly monitor: AttemptMonitor;
  readonly stream: Store<StreamState>;
  readonly signal: AbortSignal;
  readonly options: EngineOptions;
  /**
   * The manifest, already fetched and checked; undefined for a file. The engine's own request receives the same bytes from the guard,
   * without a second request.
   */
  readonly manifest: WholeResponse | undefined;
  /** The publisher's key systems; when undefined, no key system is requested from the browser. */
  readonly drm: DrmSystems | undefined;
  /** Start position in seconds; 0 lets the engine choose. */
  readonly startTime: number;
  /** Whether an engine has played the source and failed: the media, or a part of them, can be played. */
  readonly hasFailedAfterPlaying: boolean;
  /** The viewer's choices, which change during playback. */
  readonly choices: TrackChoices;
  /** Whether to fetch only one segment of each track until the video plays, or seeks to what is not buffered (`preload="metadata"`). */
  readonly onlyMetadata: boolean;
  /** The withdrawn passages, in ascending order: segments inside are not requested, and frames inside do not stay in a buffer. */
  readonly withdrawn: readonly TimeRange[];
  /** In pixels; taller renditions are not used, unless there is no other. */
  readonly maxHeight: number;
  /** The rendition that is being prefetched; undefined lets the engine choose. */
  readonly initialRendition: InitialRendition | undefined;
  /**
   * A Media Source that is attached to the video already, for an engine that `acceptsMediaSource`; undefined lets the engine create its
   * own.
   */
  readonly earlyMediaSource: MediaSource | undefined;
  /** Fails the attempt with an error from which the engine cannot recover; `SourceRecovery` decides what follows. */
  failAttempt(error: PlayerError): void;
}

/** The buffers of an engine's media. */
export interface MediaOutput {
  /**
   * Returns the end, in seconds, of the latest media in any buffer; null when there is none, or when `end` was called since the last
   * change.
   */
  bufferedEnd(): number | null;
  /**
   * Declares that the media end with what is buffered. The duration becomes that of the longest track, and the shorter ones do not stop
   * playback.
   */
  end(): void;
}

/** A running engine with its source. It has no `destroy`, because the signal in its context ends it. */
export interface Engine {
  /** The name of the engine that plays, when another one has passed the source to it. */
  readonly name?: EngineType['name'];
  /** Why the guard does not see the requests for the media; absent when it does, or when no engine has tried to use it for them. */
  readonly partialReason?: PartialReason;
  /** Selects a rendition, or automatic selection with `auto`. An unknown id is ignored. */
  chooseRendition(id: string): void;
  chooseAudioTrack(id: string): void;
  /**
   * Returns the end, in seconds, of the skipped segments and withdrawn passages that contain this time or start just after it, so that the
   * player need not wait for them; null when there are none.
   */
  skippedUntil?(seconds: number): number | null;
  /** What the engine has passed to the browser; absent when the browser fetches the media itself. */
  readonly output?: MediaOutput;
  /** Fetches the whole selected text track, and not only the part to be played next, until the signal aborts. */
  fetchWholeText?(signal: AbortSignal): void;
  /** Whether a text track holds forced captions: they translate only foreign speech, and are shown without being selected. */
  isForced?(track: TextTrack): boolean;
  /** Returns the playback position in seconds at which a live presentation is at its target latency; null on demand. */
  livePosition(): number | null;
  /** Returns the thumbnail at a time in seconds, or its URL and tile, from those that the manifest names. */
  thumbnailAt?(seconds: number): Promise<ThumbnailPlace | ImageBitmap | undefined>;
  /** Returns the seconds between the live event and its playback, as far as the engine knows; null on demand. */
  latency?(): number | null;
  /** Returns the date and time of the video's time 0; null when the manifest does not give it. */
  startDate?(): Date | null;
}

/** The publisher's settings that decide which engine plays a source. */
export interface EngineOptions {
  /** Whether the browser may play HLS by itself where there is no Media Source. */
  readonly nativeHls: boolean;
  /** Whether to play files through the guard. */
  readonly guardFiles: boolean;
  /** Whether the browser may play by itself a file that cannot be read through the guard. */
  readonly nativeFiles: boolean;
  /** Whether the browser may play nothing by itself, not even a local file, because passages of the media are withdrawn. */
  readonly onlyGuarded: boolean;
}

/**
 * Why the browser itself plays a file: its server sends no parts of it (`ranges`), or does not let the page read it (`cors`); Media Source
 * does not accept its container or a codec (`format`); or it could not be read for another reason (`failed`).
 */
export type PartialReason = 'ranges' | 'cors' | 'format' | 'failed';

/** A kind of engine, cheap to import; `loadCode` imports its code. */
export interface EngineType {
  readonly name: 'hls.js' | 'dash.js' | 'file' | 'native';
  /** Whether the engine can use a Media Source that the player has already attached to the video. */
  readonly acceptsMediaSource?: boolean;
  canPlay(source: Source, options: EngineOptions): boolean;
  /** Loads the engine's code without starting it; called while the manifest is loading. */
  loadCode(): Promise<EngineCode>;
}

/** The loaded code of an engine. */
export interface EngineCode {
  start(context: EngineContext): Engine | Promise<Engine>;
}
