import { listen } from '../../lib/listen.js';
import { attachEarlyMediaSource } from '../engines/mse/early-media-source.js';
import { preloadEngine } from '../engines/preload-engine.js';
import { engineOptions } from '../network/network-settings.js';
import { prefetch } from '../prefetch/prefetch.js';
import type { DeclaredSource } from '../source.js';
import { afterPassage } from '../withdrawn/after-passage.js';
import { keepRate } from './keep-rate.js';
import type { Load } from './load.js';
import type { PreparedAttempt } from './start-engine.js';
import { waitForCspError } from './page-csp.js';

/**
 * Prepares an attempt that starts at `startTime` seconds: starts what it needs before its engine. It preloads the code, prefetches, and
 * attaches a Media Source.
 */
export function prepareAttempt(
  { video, session, settings, signal: loadSignal }: Load,
  source: DeclaredSource,
  startTime: number
): PreparedAttempt {
  const { guard, choices, withdrawn } = session;
  const lifetime = new AbortController();
  const signal = AbortSignal.any([lifetime.signal, loadSignal]);
  const { maxHeight = Infinity, drm } = settings();
  const options = engineOptions(settings());
  keepRate(video, signal);
  // Without the attribute, `preload` has the browser's own default, and the player loads as much as playing needs.
  const onlyMetadata = video.getAttribute('preload') === 'metadata' && !video.autoplay;
  const preloaded = preloadEngine(source, options);
  const engineType = preloaded?.engineType;
  const pageCspError = waitForCspError(video, source, engineType?.name === 'file', signal);
  const dataSaver = choices.dataSaver === true;
  // With withdrawn passages nothing is prefetched, because prefetching would not leave them out.
  const mayPrefetch = withdrawn.length === 0;
  const initialRendition =
    preloaded && mayPrefetch ? prefetch(preloaded, { guard, video, startTime, maxHeight, dataSaver, signal }) : undefined;
  // The engine releases the decoder of protected media before the video gets another source, so there is no early Media Source for it.
  const earlyMediaSource = drm ? undefined : engineType && attachEarlyMediaSource(video, engineType, signal);
  listen(video, 'loadeddata', () => guard.clearPrefetched(), signal);
  return {
    source,
    lifetime,
    signal,
    pageCspError,
    options,
    drm,
    withdrawn,
    maxHeight,
    // With 0 the engine chooses the start, and leaves out a passage there itself.
    startTime: startTime && afterPassage(withdrawn, startTime),
    onlyMetadata,
    initialRendition,
    earlyMediaSource,
    engineType
  };
}
