import type { HlsConfig, LoadPolicy } from 'hls.js';
import type { EngineContext } from '../engine.js';
import { estimatedBandwidth } from '../../network/bandwidth-estimate.js';
import { protection } from './drm.js';
import { skipSegmentStatus } from './loader.js';

/** Maximum number of retries that skip a segment: the default of hls.js for the retries of a segment. */
const maxSkipRetries = 6;

/** The retrying guard does all retries: hls.js sets no timeout, and retries only after the status for a skipped segment. */
const guardedPolicy: LoadPolicy = {
  default: {
    maxTimeToFirstByteMs: Infinity,
    maxLoadTimeMs: Infinity,
    timeoutRetry: null,
    errorRetry: {
      maxNumRetry: maxSkipRetries,
      retryDelayMs: 0,
      maxRetryDelayMs: 0,
      shouldRetry: (_policy, _count, _timedOut, response) => response?.code === skipSegmentStatus
    }
  }
};

/**
 * Returns the hls.js settings that differ from its defaults: retries and timeouts are left to the guard. What
 * could identify the viewer is not in the build (`build/seal.mjs`).
 */
export function configure({ startTime, drm, guard }: EngineContext): Partial<HlsConfig> {
  return {
    // No worker, because its code could not be sealed. Segments in CMAF need no remuxing, and remuxing TS takes little time at these
    // sizes.
    enableWorker: false,
    ...protection(drm, guard.log),
    startPosition: startTime > 0 ? startTime : -1,
    capLevelToPlayerSize: true,
    // Prefetched segments need not wait until the Media Source is open, which hls.js checks ten times a second.
    startFragPrefetch: true,
    ...(estimatedBandwidth() > 0 && { abrEwmaDefaultEstimate: estimatedBandwidth() }),
    // Makes a live video report an infinite duration and its seekable range, as the HTML standard requires.
    liveDurationInfinity: true,
    backBufferLength: 60,
    // Seconds. A viewer who leaves early has fetched at most a minute that they do not watch.
    maxMaxBufferLength: 60,
    manifestLoadPolicy: guardedPolicy,
    playlistLoadPolicy: guardedPolicy,
    fragLoadPolicy: guardedPolicy,
    keyLoadPolicy: guardedPolicy
  };
}
