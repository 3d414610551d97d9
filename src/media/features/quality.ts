import { feature } from './feature.js';
import { dataSaverRendition } from '../engines/data-saver-rendition.js';
import { noStream, type Rendition } from '../stream.js';

export interface QualityState {
  readonly renditions: readonly Rendition[];
  /** The viewer's choice: a rendition's id, or `auto`. */
  readonly choice: string;
  /** The id of the rendition that is shown, or null when the engine does not report it. */
  readonly playing: string | null;
  /** The estimated bandwidth in bits per second; 0 until it has been measured. */
  readonly bandwidth: number;
  /** Whether the player plays the rendition that needs the least data. */
  readonly dataSaver: boolean;
}

export interface QualityCommands {
  /** Requests a rendition by id, or `auto`. The video changes when the engine reports the rendition in `playing`. */
  choose(id: string): void;
  /** Turns the data saver on or off, for this source and later ones. A choice of a rendition turns it off. */
  setDataSaver(on: boolean): void;
}

/** Reports the rendition that plays and selects another. */
export const quality = feature<QualityState, QualityCommands>({
  initial: {
    renditions: noStream.renditions,
    choice: noStream.choice,
    playing: noStream.playing,
    bandwidth: noStream.bandwidth,
    dataSaver: false
  },
  setup({ session, stream, signal }, set) {
    stream.subscribe(({ renditions, choice, playing, bandwidth }) => set({ renditions, choice, playing, bandwidth }), signal);
    const setDataSaver = (on: boolean) => {
      session.choices.dataSaver = on;
      set({ dataSaver: on });
    };
    return {
      choose(id) {
        setDataSaver(false);
        session.engine?.chooseRendition(id);
      },
      setDataSaver(on) {
        setDataSaver(on);
        const { renditions, choice } = stream.current;
        const id = on ? dataSaverRendition(renditions)?.id : 'auto';
        if (id !== undefined && id !== choice) session.engine?.chooseRendition(id);
      }
    };
  }
});
