import { feature } from '../feature.js';
import { noStream, type Rendition } from '../engine.js';

export interface QualityState {
  readonly renditions: readonly Rendition[];
  /** The viewer's choice: a rendition's id, or `auto`. */
  readonly choice: string;
  /** The id of the rendition on the screen, when the engine says. */
  readonly playing: string | null;
  /** Bits per second that the network is believed to carry; 0 as long as nothing has been measured. */
  readonly bandwidth: number;
}

export interface QualityCommands {
  /** Asks for a rendition by id, or for `auto`. The picture changes when the engine says so in `playing`. */
  choose(id: string): void;
}

/** Which rendition is played, and which the viewer asked for. */
export const quality = feature<QualityState, QualityCommands>({
  initial: { renditions: noStream.renditions, choice: noStream.choice, playing: noStream.playing, bandwidth: noStream.bandwidth },
  attach({ stream, signal }, set) {
    stream.subscribe(({ renditions, choice, playing, bandwidth }) => set({ renditions, choice, playing, bandwidth }), signal);
  },
  commands: ({ session }) => ({ choose: (id) => session.engine?.chooseRendition(id) })
});
