import { listen } from '../../lib/listen.js';
import { feature } from './feature.js';

/** Maximum distance to the target position that still counts as the live edge. */
const liveEdgeToleranceSeconds = 4;

export interface LiveState {
  /** As in media-ui-extensions; `unknown` until the engine has read the manifest. */
  readonly streamType: 'on-demand' | 'live' | 'unknown';
  /** Whether the playback position is at the live edge. */
  readonly atEdge: boolean;
  /** The intended distance to the end of the seekable range, in seconds. */
  readonly targetLatency: number;
  /** Seconds between the broadcast and the shown frame, rounded to a tenth; NaN when not live or not known. */
  readonly latency: number;
  /** Whether the viewer can seek back (DVR). */
  readonly dvr: boolean;
  /** Whether the channel is off the air or has stalled; playback continues automatically when the channel does. */
  readonly unavailable: boolean;
}

export interface LiveCommands {
  /** Seeks to the live edge and plays. */
  seekToEdge(): void;
}

/** Minimum length of the seekable range for `dvr`. */
const minDvrSeconds = 30;

const notLive = { atEdge: false, targetLatency: 0, latency: NaN, dvr: false } as const;

/** Reports whether the source is live and its latency, and seeks to the live edge. */
export const live = feature<LiveState, LiveCommands>({
  initial: { ...notLive, streamType: 'unknown', unavailable: false },

  setup({ video, session, stream, signal }, set) {
    const sync = () => {
      const info = stream.current.live;
      const unavailable = session.interruption?.kind === 'unavailable';
      if (!info) return set({ ...notLive, streamType: info === null ? 'on-demand' : 'unknown', unavailable });
      const { seekable } = video;
      const edge = session.engine?.livePosition() ?? null;
      set({
        streamType: 'live',
        unavailable,
        targetLatency: info.targetLatency,
        latency: Math.round((session.engine?.latency?.() ?? NaN) * 10) / 10,
        atEdge: edge !== null && video.currentTime >= edge - liveEdgeToleranceSeconds,
        dvr: seekable.length > 0 && seekable.end(seekable.length - 1) - seekable.start(0) >= minDvrSeconds
      });
    };
    stream.subscribe(sync, signal);
    listen(video, 'timeupdate seeked progress pause', sync, signal);
    listen(session, 'interruption', sync, signal);
    return {
      seekToEdge() {
        const edge = session.engine?.livePosition();
        if (typeof edge === 'number') video.currentTime = edge;
        void video.play().catch(() => undefined);
      }
    };
  }
});
