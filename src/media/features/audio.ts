import { feature } from './feature.js';
import { noStream, type AudioTrack } from '../stream.js';

export interface AudioState {
  readonly tracks: readonly AudioTrack[];
  /** The id of the selected audio track. */
  readonly choice: string | null;
}

export interface AudioCommands {
  choose(id: string): void;
}

/** Lists the audio tracks and selects one. */
export const audio = feature<AudioState, AudioCommands>({
  initial: { tracks: noStream.audioTracks, choice: noStream.audioTrack },
  setup({ session, stream, signal }, set) {
    stream.subscribe(({ audioTracks, audioTrack }) => set({ tracks: audioTracks, choice: audioTrack }), signal);
    return { choose: (id) => session.engine?.chooseAudioTrack(id) };
  }
});
