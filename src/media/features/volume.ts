import { listen } from '../../lib/listen.js';
import { feature } from './feature.js';

export interface VolumeState {
  /** 0 to 1. */
  readonly level: number;
  readonly muted: boolean;
}

export interface VolumeCommands {
  /** Sets 0 to 1; any level above 0 also unmutes. */
  setLevel(level: number): void;
  setMuted(muted: boolean): void;
  /** Mutes and unmutes; the level stays. When the level is 0, it continues from the last audible one. */
  toggleMuted(): void;
}

/** Reports and sets the volume. */
export const volume = feature<VolumeState, VolumeCommands>({
  initial: { level: 1, muted: false },

  setup({ video, signal }, set) {
    /** The level at which unmuting continues when the level is 0; not so low that nothing is heard. */
    let lastAudibleLevel = 0.5;
    const sync = () => {
      if (video.volume > 0) lastAudibleLevel = Math.max(video.volume, 0.1);
      set({ level: video.volume, muted: video.muted });
    };
    listen(video, 'volumechange', sync, signal);
    sync();
    return {
      setLevel(level) {
        video.volume = Math.min(Math.max(level, 0), 1);
        if (video.volume > 0) video.muted = false;
      },
      setMuted(muted) {
        video.muted = muted;
      },
      toggleMuted() {
        const silent = video.muted || video.volume === 0;
        // Unmuting at level 0 would be inaudible.
        if (video.volume === 0) video.volume = lastAudibleLevel;
        video.muted = !silent;
      }
    };
  }
});
