import type { EngineContext, EngineOptions, EngineType, InitialRendition } from '../engines/engine.js';
import { engineFor } from '../engines/index.js';
import { throwLoadError, PlayerError } from '../error.js';
import { checkType, detectManifestType } from '../network/manifest-type.js';
import { RetryingGuard } from '../recovery/retrying-guard.js';
import type { DeclaredSource, Source, SourceType } from '../source.js';
import { afterPassage } from '../withdrawn/after-passage.js';
import { fetchFirstManifest } from './fetch-first-manifest.js';
import type { Load, StartedEngine } from './load.js';

/**
 * One attempt whose preparations have started: its source is declared, but no engine plays it yet. The members that are picked from
 * `EngineContext` reach the engine unchanged.
 */
export interface PreparedAttempt extends Pick<
  EngineContext,
  'signal' | 'options' | 'drm' | 'withdrawn' | 'startTime' | 'onlyMetadata' | 'maxHeight' | 'earlyMediaSource'
> {
  readonly source: DeclaredSource;
  /** Ends the attempt. The attempt's `signal` aborts with it, and with the load. */
  readonly lifetime: AbortController;
  /** The engine that is preloaded for the declared type; undefined when the type is not declared, or no engine can play it. */
  readonly engineType: EngineType | undefined;
  /** The rendition that prefetching chooses. */
  readonly initialRendition: Promise<InitialRendition | undefined> | undefined;
  /** Resolves when the page's Content Security Policy refuses the media. */
  readonly pageCspError: Promise<PlayerError>;
}

/** What the supervisor of the load gives the engine of an attempt. */
type Supervision = Pick<EngineContext, 'monitor' | 'choices' | 'hasFailedAfterPlaying' | 'failAttempt'>;

/** Returns the error for a source that no engine can play. */
const unsupported = (type: SourceType, { nativeFiles }: EngineOptions) =>
  type === 'file' && !nativeFiles
    ? new PlayerError('policy/native-file', 'Without Media Source, this file cannot be read through the privacy guard.')
    : new PlayerError('source/unsupported', 'This browser cannot play this kind of video.');

/**
 * Returns the position in seconds that the page has set before the media are known, or 0 (HTML, default playback start position). Engines
 * would seek to their own start position later, and lose it.
 */
const earlyPosition = (video: HTMLVideoElement) => (video.readyState === HTMLMediaElement.HAVE_NOTHING ? video.currentTime : 0);

/**
 * Starts the engine that plays the source of an attempt. It first fetches the manifest, detects its type, chooses the engine by the
 * declared type or else by the detected one, and waits until prefetching has chosen a rendition and the engine's code is loaded.
 * @throws PlayerError when no engine could be started; later errors go to `failAttempt`
 */
export async function startEngine({ video, session }: Load, attempt: PreparedAttempt, supervision: Supervision): Promise<StartedEngine> {
  const { guard, stream } = session;
  const { source: declared, signal, options } = attempt;
  const { monitor } = supervision;
  if (declared.error) throw declared.error;
  const { url, type, mimeType } = declared;
  if (type && !attempt.engineType) throw unsupported(type, options);
  const manifest = type === 'file' ? undefined : await fetchFirstManifest(guard, declared, monitor);
  const detectedType = manifest ? detectManifestType(manifest) : 'file';
  checkType(type, detectedType, url);
  const source: Source = { url, type: detectedType, mimeType };
  const engineType = attempt.engineType ?? engineFor(source, options);
  if (!engineType) throw unsupported(detectedType, options);
  const initialRendition = await attempt.initialRendition;
  // The engine starts only now, so that the requests of prefetching are sent before it occupies the main thread.
  const code = await engineType.loadCode().catch(throwLoadError);
  signal.throwIfAborted();
  // dash.js requests the manifest by itself, and receives the stored response; the same bytes need not be checked again.
  const retryingGuard = new RetryingGuard(guard, monitor, detectedType, engineType.name === 'dash.js' ? manifest : undefined);
  const soughtTime = earlyPosition(video);
  const startTime = soughtTime > 0 ? afterPassage(attempt.withdrawn, soughtTime) : attempt.startTime;
  const context = { ...attempt, ...supervision, video, stream, source, guard: retryingGuard, manifest, initialRendition, startTime };
  const engine = await code.start(context);
  return { engine, name: engine.name ?? engineType.name, source };
}
