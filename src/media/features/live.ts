import { listen } from '../../lib/listen.js';
import { feature } from '../feature.js';

/** Seconds behind the target at which one still counts as being at the live edge. */
const tolerance = 4;

export interface LiveState {
  /** As in media-ui-extensions; `unknown` until the engine has read the manifest. */
  readonly streamType: 'on-demand' | 'live' | 'unknown';
  /** Plays at the live edge, not in the past. */
  readonly atEdge: boolean;
  /** Seconds behind the end of the seekable window that the engine aims for. */
  readonly targetLatency: number;
  /** Seconds between what is on the air and what is shown, to a tenth; NaN when it is not live, or not known. */
  readonly latency: number;
  /** There is a past to go back to. */
  readonly dvr: boolean;
  /** The channel is not on the air, or stands still; it goes on by itself when the channel does. */
  readonly waiting: boolean;
}

export interface LiveCommands {
  /** Goes to the live edge and plays. */
  seekToEdge(): void;
}

/** Seconds of DVR below which going back makes no sense. */
const smallestWindow = 30;

const notLive = { atEdge: false, targetLatency: 0, latency: NaN, dvr: false } as const;

/** Whether this is live, and how live. */
export const live = feature<LiveState, LiveCommands>({
  initial: { ...notLive, streamType: 'unknown', waiting: false },

  attach({ video, session, stream, signal }, set) {
    const sync = () => {
      const info = stream.current.live;
      const waiting = session.trouble?.kind === 'waiting';
      if (!info) return set({ ...notLive, streamType: info === null ? 'on-demand' : 'unknown', waiting });
      const { seekable } = video;
      const edge = session.engine?.liveEdge() ?? null;
      set({
        streamType: 'live',
        waiting,
        targetLatency: info.targetLatency,
        latency: Math.round((session.engine?.latency?.() ?? NaN) * 10) / 10,
        atEdge: edge !== null && video.currentTime >= edge - tolerance,
        dvr: seekable.length > 0 && seekable.end(seekable.length - 1) - seekable.start(0) >= smallestWindow
      });
    };
    stream.subscribe(sync, signal);
    listen(video, 'timeupdate seeked progress pause', sync, signal);
    listen(session, 'trouble', sync, signal);
  },

  commands: ({ video, session }) => ({
    seekToEdge() {
      const edge = session.engine?.liveEdge();
      if (typeof edge === 'number') video.currentTime = edge;
      void video.play().catch(() => undefined);
    }
  })
});
