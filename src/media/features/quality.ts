import { feature } from './feature.js';
import { noStream, type Rendition } from '../stream.js';

export interface QualityState {
  readonly renditions: readonly Rendition[];
  /** The viewer's choice: a rendition's id, or `auto`. */
  readonly choice: string;
  /** The id of the rendition that is shown, or null when the engine does not report it. */
  readonly playing: string | null;
  /** The estimated bandwidth in bits per second; 0 until it has been measured. */
  readonly bandwidth: number;
}

export interface QualityCommands {
  /** Requests a rendition by id, or `auto`. The video changes when the engine reports the rendition in `playing`. */
  choose(id: string): void;
}

/** Reports the rendition that plays and selects another. */
export const quality = feature<QualityState, QualityCommands>({
  initial: { renditions: noStream.renditions, choice: noStream.choice, playing: noStream.playing, bandwidth: noStream.bandwidth },
  setup({ session, stream, signal }, set) {
    stream.subscribe(({ renditions, choice, playing, bandwidth }) => set({ renditions, choice, playing, bandwidth }), signal);
    return { choose: (id) => session.engine?.chooseRendition(id) };
  }
});
