import { listen } from '../../lib/listen.js';
import type { TimeRange } from '../../lib/time-ranges.js';
import { attachEarlyMediaSource } from '../engines/mse/early-media-source.js';
import { preloadEngine } from '../engines/preload-engine.js';
import type { Guard } from '../network/guard.js';
import { engineOptions, type NetworkSettings } from '../network/network-settings.js';
import { prefetch } from '../prefetch/prefetch.js';
import type { DeclaredSource } from '../source.js';
import { afterPassage } from '../withdrawn/after-passage.js';
import { keepRate } from './keep-rate.js';
import { waitForCspError } from './page-csp.js';
import type { PreparedAttempt } from './playback-supervisor.js';

interface AttemptContext {
  readonly video: HTMLVideoElement;
  readonly guard: Guard;
  readonly dataSaver: boolean;
  readonly withdrawn: readonly TimeRange[];
  /** Aborts with the load. */
  readonly signal: AbortSignal;
  settings(): NetworkSettings;
}

/**
 * Starts what an attempt needs before its engine: preloads the code, prefetches, and attaches a Media Source. `attemptSignal` ends the
 * attempt.
 */
export function prepareAttempt(
  source: DeclaredSource,
  startTime: number,
  attemptSignal: AbortSignal,
  context: AttemptContext
): PreparedAttempt {
  const { video, guard, dataSaver, withdrawn, settings } = context;
  const signal = AbortSignal.any([attemptSignal, context.signal]);
  const { maxHeight = Infinity, drm } = settings();
  const options = engineOptions(settings());
  keepRate(video, signal);
  // Without the attribute, `preload` has the browser's own default, and the player loads as much as playing needs.
  const onlyMetadata = video.getAttribute('preload') === 'metadata' && !video.autoplay;
  const preloaded = preloadEngine(source, options);
  const pageCspError = waitForCspError(video, source, preloaded?.engineType.name === 'file', signal);
  // Prefetching does not know the passages.
  const mayPrefetch = withdrawn.length === 0;
  const initialRendition =
    mayPrefetch && preloaded ? prefetch(preloaded, { guard, video, startTime, maxHeight, dataSaver, signal }) : undefined;
  // The engine releases the decoder of protected media before the video gets another source, so there is no early Media Source for it.
  const earlyMediaSource = drm ? undefined : preloaded && attachEarlyMediaSource(video, preloaded.engineType, signal);
  listen(video, 'loadeddata', () => guard.clearPrefetched(), signal);
  const engineType = preloaded?.engineType;
  return {
    source,
    signal,
    pageCspError,
    options,
    drm,
    withdrawn,
    maxHeight,
    // At 0 the engine chooses the start.
    startTime: startTime && afterPassage(withdrawn, startTime),
    onlyMetadata,
    initialRendition,
    earlyMediaSource,
    engineType
  };
}
