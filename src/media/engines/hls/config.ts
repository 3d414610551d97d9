import type { HlsConfig } from 'hls.js';
import type { EngineContext } from '../../engine.js';

/** hls.js's settings that differ from its own: what could identify is off, the network is given up on within seconds. */
export function configure({ startTime }: EngineContext): Partial<HlsConfig> {
  return {
    // No worker: its code could not be sealed. Segments in CMAF need no remuxing, and TS is light at these sizes.
    enableWorker: false,
    emeEnabled: false,
    startPosition: startTime > 0 ? startTime : -1,
    capLevelToPlayerSize: true,
    // A live video reports an infinite duration and its seekable window, as the HTML standard asks.
    liveDurationInfinity: true,
    backBufferLength: 60
  };
}
