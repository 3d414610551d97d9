import type { HlsConfig, Level, MediaFragment } from 'hls.js';

type Controller = NonNullable<HlsConfig['subtitleStreamController']>;

/** The part of hls.js's subtitle stream controller that is used here; it is private in its public types. */
interface SubtitleController {
  readonly state: string;
  readonly currentTrackId: number;
  readonly levels: readonly Level[] | null;
  readonly fragmentTracker: { getState(fragment: MediaFragment): string };
  doTick(): void;
  loadFragment(fragment: MediaFragment, level: Level, time: number): void;
  onBufferFlushing(event: string, data: object): void;
}

/**
 * Extends hls.js's subtitle controller in two ways for on-demand video: subtitles stay loaded when the video buffer of the same time is
 * flushed, and while `isReading` returns true, the controller loads the remaining subtitle fragments once those needed for playback are
 * loaded.
 */
export function withWholeTextTracks(controller: Controller, isReading: () => boolean): Controller {
  const Base = controller as unknown as new (...args: unknown[]) => SubtitleController;
  class WholeText extends Base {
    get #onDemand(): Level | undefined {
      const level = this.levels?.[this.currentTrackId];
      return level?.details && !level.details.live ? level : undefined;
    }

    override onBufferFlushing(event: string, data: object): void {
      if (!this.#onDemand) super.onBufferFlushing(event, data);
    }

    override doTick(): void {
      super.doTick();
      const level = this.#onDemand;
      if (!isReading() || this.state !== 'IDLE' || !level?.details) return;
      const unloadedFragment = level.details.fragments.find(
        (fragment) => !fragment.gap && this.fragmentTracker.getState(fragment) === 'NOT_LOADED'
      );
      if (unloadedFragment) this.loadFragment(unloadedFragment, level, unloadedFragment.start);
    }
  }
  return WholeText as unknown as Controller;
}
