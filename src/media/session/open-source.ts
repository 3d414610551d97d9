import type { Store } from '../../lib/store.js';
import type { TimeRange } from '../../lib/time-ranges.js';
import type { DrmSystems } from '../drm.js';
import type { Engine, EngineOptions, EngineType, InitialRendition } from '../engines/engine.js';
import type { StreamState } from '../stream.js';
import { engineFor } from '../engines/index.js';
import { throwLoadError, PlayerError } from '../error.js';
import type { Guard } from '../network/guard.js';
import { fetchManifest } from './fetch-manifest.js';
import { checkType, detectManifestType } from '../network/manifest-type.js';
import { RetryingGuard } from '../recovery/retrying-guard.js';
import type { AttemptMonitor } from '../recovery/attempt-monitor.js';
import type { DeclaredSource, Source, SourceType } from '../source.js';
import type { TrackChoices } from '../engines/track-matching.js';

/** How an attempt plays its source; known before the source is opened. */
export interface AttemptOptions {
  readonly options: EngineOptions;
  /** The engine that is preloaded for the declared type; undefined when the type is not declared, or no engine can play it. */
  readonly engineType: EngineType | undefined;
  readonly drm: DrmSystems | undefined;
  /** Start position in seconds; 0 lets the engine choose. */
  readonly startTime: number;
  /** Whether to fetch no more than one segment of each track until the video is used. */
  readonly onlyMetadata: boolean;
  /** The withdrawn passages, in ascending order. */
  readonly withdrawn: readonly TimeRange[];
  /** Pixels; taller renditions are not used, unless the source has no other. */
  readonly maxHeight: number;
  /** The rendition that prefetching chose. */
  readonly initialRendition: Promise<InitialRendition | undefined> | undefined;
  /** The Media Source that is attached to the video before the engine has loaded. */
  readonly earlyMediaSource: MediaSource | undefined;
}

interface OpenContext extends AttemptOptions {
  readonly video: HTMLVideoElement;
  readonly guard: Guard;
  readonly stream: Store<StreamState>;
  readonly monitor: AttemptMonitor;
  /** The viewer's choices, which change during playback. */
  readonly choices: TrackChoices;
  /** Whether an engine has played the source and failed. */
  readonly hasPlayed: boolean;
  /** Called with an error from which the engine cannot recover. */
  failAttempt(error: PlayerError): void;
}

/** A running engine and its source. */
export interface OpenedSource {
  readonly engine: Engine;
  readonly name: EngineType['name'];
  readonly source: Source;
}

/** Returns the error for a source that no engine can play. */
const unsupported = (type: SourceType, { nativeFiles }: EngineOptions) =>
  type === 'file' && !nativeFiles
    ? new PlayerError('policy/native-file', 'Without Media Source, this file cannot be read through the privacy guard.')
    : new PlayerError('source/unsupported', 'This browser cannot play this kind of video.');

/**
 * Opens one source and starts the engine that plays it, under the signal of `monitor`.
 * @throws PlayerError when no engine could be started; later errors go to `failAttempt`
 */
export async function openSource(declared: DeclaredSource, context: OpenContext): Promise<OpenedSource> {
  const { guard, monitor, options, initialRendition } = context;
  const { signal } = monitor;
  if (declared.error) throw declared.error;
  const { url, type, mimeType } = declared;
  if (type && !context.engineType) throw unsupported(type, options);
  const manifest = type === 'file' ? undefined : await fetchManifest(guard, declared, monitor);
  const detectedType = manifest ? detectManifestType(manifest) : 'file';
  checkType(type, detectedType, url);
  const source: Source = { url, type: detectedType, mimeType };
  const engineType = context.engineType ?? engineFor(source, options);
  if (!engineType) throw unsupported(detectedType, options);
  const prefetchedRendition = await initialRendition;
  // The engine starts only now, so that the requests of prefetching are sent before it occupies the main thread.
  const code = await engineType.load().catch(throwLoadError);
  signal.throwIfAborted();
  // dash.js requests the manifest again by itself; if it has not changed, it need not be checked again.
  const retryingGuard = new RetryingGuard(guard, monitor, detectedType, engineType.name === 'dash.js' ? manifest : undefined);
  const engine = await code.start({ ...context, signal, source, guard: retryingGuard, manifest, initialRendition: prefetchedRendition });
  signal.throwIfAborted();
  return { engine, name: engine.name ?? engineType.name, source };
}
