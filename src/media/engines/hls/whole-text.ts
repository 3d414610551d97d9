import type { HlsConfig, Level, MediaFragment } from 'hls.js';

type Controller = NonNullable<HlsConfig['subtitleStreamController']>;

/** As much of hls.js's controller as is asked here; to its public types it is private. */
interface TextLoading {
  readonly state: string;
  readonly currentTrackId: number;
  readonly levels: readonly Level[] | null;
  readonly fragmentTracker: { getState(fragment: MediaFragment): string };
  doTick(): void;
  loadFragment(fragment: MediaFragment, level: Level, time: number): void;
  onBufferFlushing(event: string, data: object): void;
}

/**
 * hls.js's loading of text, with two differences where a film has an end: what was read stays when the picture that goes with it is let
 * go, and where all is done that is needed to play, and as long as the rest is `wanted`, it goes on with that.
 */
export function withWholeText(controller: Controller, wanted: () => boolean): Controller {
  const Base = controller as unknown as new (...given: unknown[]) => TextLoading;
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
      if (!wanted() || this.state !== 'IDLE' || !level?.details) return;
      const missing = level.details.fragments.find((fragment) => this.fragmentTracker.getState(fragment) === 'NOT_LOADED');
      if (missing) this.loadFragment(missing, level, missing.start);
    }
  }
  return WholeText as unknown as Controller;
}
