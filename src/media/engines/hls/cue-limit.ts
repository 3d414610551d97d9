import type { HlsConfig } from 'hls.js';
import { CueLimit } from '../../../lib/cue-limit.js';
import { limitNesting } from '../../../lib/cue-nesting.js';

type Controller = NonNullable<HlsConfig['timelineController']>;

/** The part of hls.js's timeline controller that is used here; it is private in its public types. */
interface TimelineController {
  _appendCues(cues: VTTCue[], track: number): void;
}

/** Extends hls.js's timeline controller, which adds the cues of WebVTT and IMSC: it adds no more at a time than can be rendered. */
export function withCueLimit(controller: Controller): Controller {
  const Base = controller as unknown as new (...args: unknown[]) => TimelineController;
  class LimitedCues extends Base {
    readonly #limits = new Map<number, CueLimit>();

    override _appendCues(cues: VTTCue[], track: number): void {
      const limit = this.#limits.get(track) ?? new CueLimit();
      this.#limits.set(track, limit);
      const admitted = cues.filter((cue) => limit.admits(cue));
      for (const cue of admitted) cue.text = limitNesting(cue.text);
      super._appendCues(admitted, track);
    }
  }
  return LimitedCues as unknown as Controller;
}
