import { feature } from '../feature.js';
import { noStream, type AudioTrack } from '../engine.js';

export interface AudioState {
  readonly tracks: readonly AudioTrack[];
  /** The id of the track that sounds. */
  readonly choice: string | null;
}

export interface AudioCommands {
  choose(id: string): void;
}

/** Which sound track is heard. */
export const audio = feature<AudioState, AudioCommands>({
  initial: { tracks: noStream.audioTracks, choice: noStream.audioTrack },
  attach({ stream, signal }, set) {
    stream.subscribe(({ audioTracks, audioTrack }) => set({ tracks: audioTracks, choice: audioTrack }), signal);
  },
  commands: ({ session }) => ({ choose: (id) => session.engine?.chooseAudioTrack(id) })
});
