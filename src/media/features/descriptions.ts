import { listen } from '../../lib/listen.js';
import { feature, type FeatureContext } from '../feature.js';

export interface DescriptionsState {
  /** What is to be seen can be told: by a sound track, or by a text track for a voice of the viewer's own. */
  readonly available: boolean;
  readonly active: boolean;
  /** What is to be said now; empty when a sound track says it. */
  readonly text: string;
}

export interface DescriptionsCommands {
  /** Turns audio description on or off: the sound track that has it, else the text track. */
  toggle(): void;
}

const textOf = (cue: TextTrackCue): string => (cue as VTTCue).getCueAsHTML?.().textContent ?? '';

const described = ({ stream }: FeatureContext) => stream.current.audioTracks.filter(({ kind }) => kind === 'descriptions');
const heard = ({ stream }: FeatureContext) => stream.current.audioTracks.find(({ id }) => id === stream.current.audioTrack);
const textTracks = ({ video }: FeatureContext) => [...video.textTracks].filter(({ kind }) => kind === 'descriptions');

/** Descriptions of what is to be seen (EN 301 549, 7.2), for those who do not see it. */
export const descriptions = feature<DescriptionsState, DescriptionsCommands>({
  initial: { available: false, active: false, text: '' },

  attach(context, set) {
    const { video, stream, signal } = context;
    const followed = new WeakSet<TextTrack>();
    const sync = () => {
      const tracks = textTracks(context);
      for (const track of tracks) {
        if (!followed.has(track)) listen(track, 'cuechange', sync, signal);
        followed.add(track);
      }
      const read = tracks.find(({ mode }) => mode !== 'disabled');
      const spoken = heard(context)?.kind === 'descriptions';
      set({
        available: tracks.length > 0 || described(context).length > 0,
        active: spoken || read !== undefined,
        text: spoken ? '' : [...(read?.activeCues ?? [])].map(textOf).join(' ')
      });
    };
    listen(video.textTracks, 'change addtrack removetrack', sync, signal);
    stream.subscribe(sync, signal);
    sync();
  },

  commands(context) {
    let before: string | undefined;
    return {
      toggle() {
        const { session, stream } = context;
        const spoken = described(context);
        const now = heard(context);
        if (spoken.length === 0) {
          const [track] = textTracks(context);
          if (track) track.mode = track.mode === 'disabled' ? 'hidden' : 'disabled';
        } else if (now?.kind === 'descriptions') {
          const plain = stream.current.audioTracks.filter(({ kind }) => kind !== 'descriptions');
          const back = plain.find(({ id }) => id === before) ?? plain.find(({ language }) => language === now.language) ?? plain[0];
          if (back) session.engine?.chooseAudioTrack(back.id);
        } else {
          before = now?.id;
          session.engine?.chooseAudioTrack((spoken.find(({ language }) => language === now?.language) ?? spoken[0]!).id);
        }
      }
    };
  }
});
