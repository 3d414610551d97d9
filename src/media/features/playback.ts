import { listen } from '../../lib/listen.js';
import { chosenRate, overrideRate } from '../playback-rate.js';
import { feature } from './feature.js';

export interface PlaybackState {
  readonly paused: boolean;
  readonly ended: boolean;
  /** Whether playback is requested but waits for data. */
  readonly waiting: boolean;
  /** Whether playback of this source has begun; until then the poster is visible. */
  readonly started: boolean;
  /** 1 is normal speed. */
  readonly rate: number;
  /** Whether the browser blocked autoplay with audio; a click starts playback. */
  readonly autoplayBlocked: boolean;
}

export interface PlaybackCommands {
  play(): Promise<void>;
  pause(): void;
  toggle(): void;
  setRate(rate: number): void;
  /** Plays at another rate for a while, without changing the viewer's own; null ends it. */
  holdRate(rate: number | null): void;
}

/** Plays, pauses and sets the speed; reports whether playback waits for data. */
export const playback = feature<PlaybackState, PlaybackCommands>({
  initial: { paused: true, ended: false, waiting: false, started: false, rate: 1, autoplayBlocked: false },

  setup({ video, session, signal }, set) {
    const sync = () => {
      const paused = video.paused && !session.playPending;
      const waiting = !paused && !video.ended && video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
      set({ paused, ended: video.ended, waiting, rate: chosenRate(video) });
    };
    listen(video, 'play pause ended ratechange waiting playing canplay seeked emptied loadeddata', sync, signal);
    listen(session, 'status playpendingchange', sync, signal);
    listen(video, 'playing', () => set({ started: true, autoplayBlocked: false }), signal);
    listen(video, 'timeupdate', () => video.currentTime > 0 && set({ started: true }), signal);
    listen(session, 'source', () => set({ started: false, autoplayBlocked: false }), signal);
    listen(session, 'autoplayblocked', () => set({ autoplayBlocked: true }), signal);
    sync();
    return {
      play: () => session.play(),
      pause: () => session.pause(),
      toggle() {
        const isStopped = (video.paused && !session.playPending) || video.ended;
        // A refused or aborted start is visible in the state, so the rejection is ignored.
        if (isStopped) void session.play().catch(() => undefined);
        else session.pause();
      },
      setRate(rate) {
        overrideRate(video, null);
        video.defaultPlaybackRate = video.playbackRate = rate;
      },
      holdRate: (rate) => overrideRate(video, rate)
    };
  }
});
