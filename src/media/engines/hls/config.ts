import type { HlsConfig, LoadPolicy } from 'hls.js';
import type { EngineContext } from '../../engine.js';
import { bandwidthSeen } from '../../head-start/bandwidth.js';
import { protection } from './drm.js';
import { gapAhead } from './loader.js';

/** The patient guard retries and gives up; hls.js waits for it, and asks again only where it was told to. */
const patient: LoadPolicy = {
  default: {
    maxTimeToFirstByteMs: Infinity,
    maxLoadTimeMs: Infinity,
    timeoutRetry: null,
    errorRetry: {
      maxNumRetry: 6,
      retryDelayMs: 0,
      maxRetryDelayMs: 0,
      shouldRetry: (_policy, _count, _timedOut, response) => response?.code === gapAhead
    }
  }
};

/** hls.js's settings that differ from its own: what could identify is off, and patience is left to the guard. */
export function configure({ startTime, drm }: EngineContext): Partial<HlsConfig> {
  return {
    // No worker: its code could not be sealed. Segments in CMAF need no remuxing, and TS is light at these sizes.
    enableWorker: false,
    ...protection(drm),
    startPosition: startTime > 0 ? startTime : -1,
    capLevelToPlayerSize: true,
    // What is here already is not to wait for the video to be opened, which hls.js looks for ten times a second.
    startFragPrefetch: true,
    ...(bandwidthSeen() > 0 && { abrEwmaDefaultEstimate: bandwidthSeen() }),
    // A live video reports an infinite duration and its seekable window, as the HTML standard asks.
    liveDurationInfinity: true,
    backBufferLength: 60,
    // A viewer who leaves after a minute has not fetched ten.
    maxMaxBufferLength: 60,
    manifestLoadPolicy: patient,
    playlistLoadPolicy: patient,
    fragLoadPolicy: patient,
    keyLoadPolicy: patient
  };
}
