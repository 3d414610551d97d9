import { listen } from '../../lib/listen.js';
import { chosenRate } from '../chosen-rate.js';
import { feature } from '../feature.js';

export interface PlaybackState {
  readonly paused: boolean;
  readonly ended: boolean;
  /** Wants to play and cannot, for lack of data. */
  readonly waiting: boolean;
  /** A picture of this source has been shown; until then the poster stands. */
  readonly started: boolean;
  /** 1 is normal speed. */
  readonly rate: number;
  /** The browser refused to start with sound; a click will do. */
  readonly refused: boolean;
}

export interface PlaybackCommands {
  play(): Promise<void>;
  pause(): void;
  toggle(): void;
  setRate(rate: number): void;
}

/** Whether it plays, how fast, and why not. */
export const playback = feature<PlaybackState, PlaybackCommands>({
  initial: { paused: true, ended: false, waiting: false, started: false, rate: 1, refused: false },

  attach({ video, session, signal }, set) {
    const sync = () => {
      const paused = video.paused && !session.startsSoon;
      const waiting = !paused && !video.ended && video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
      set({ paused, ended: video.ended, waiting, rate: chosenRate(video) });
    };
    listen(video, 'play pause ended ratechange waiting playing canplay seeked emptied loadeddata', sync, signal);
    listen(session, 'status intent', sync, signal);
    listen(video, 'playing', () => set({ started: true, refused: false }), signal);
    listen(video, 'timeupdate', () => video.currentTime > 0 && set({ started: true }), signal);
    listen(session, 'source', () => set({ started: false, refused: false }), signal);
    listen(session, 'refused', () => set({ refused: true }), signal);
    sync();
  },

  commands: ({ video, session }) => ({
    play: () => session.play(),
    pause: () => session.pause(),
    toggle() {
      const stands = (video.paused && !session.startsSoon) || video.ended;
      // A refused or aborted start shows in the state; whoever toggles has nothing to wait for.
      if (stands) void session.play().catch(() => undefined);
      else session.pause();
    },
    setRate(rate) {
      video.defaultPlaybackRate = video.playbackRate = rate;
    }
  })
});
