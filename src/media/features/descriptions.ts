import { listen } from '../../lib/listen.js';
import { feature } from './feature.js';
import type { FeatureContext } from './feature-context.js';

export interface DescriptionsState {
  /** Whether there is a description: an audio track, or a text track for the viewer's speech synthesis or screen reader. */
  readonly available: boolean;
  readonly active: boolean;
  /** The text to speak now; empty when an audio track contains the description. */
  readonly text: string;
}

export interface DescriptionsCommands {
  /** Turns audio description on or off: the audio track with descriptions, otherwise the text track. */
  toggle(): void;
}

const textOf = (cue: TextTrackCue): string => (cue as VTTCue).getCueAsHTML?.().textContent ?? '';

const describedTracks = ({ stream }: FeatureContext) => stream.current.audioTracks.filter(({ kind }) => kind === 'descriptions');
const activeAudioTrack = ({ stream }: FeatureContext) => stream.current.audioTracks.find(({ id }) => id === stream.current.audioTrack);
const textTracks = ({ video }: FeatureContext) => [...video.textTracks].filter(({ kind }) => kind === 'descriptions');

/** Provides audio description (EN 301 549, 7.2) for viewers who cannot see the video. */
export const descriptions = feature<DescriptionsState, DescriptionsCommands>({
  initial: { available: false, active: false, text: '' },

  setup(context, set) {
    const { video, session, stream, signal } = context;
    const followed = new WeakSet<TextTrack>();
    const sync = () => {
      const tracks = textTracks(context);
      for (const track of tracks) {
        if (!followed.has(track)) listen(track, 'cuechange', sync, signal);
        followed.add(track);
      }
      const activeTextTrack = tracks.find(({ mode }) => mode !== 'disabled');
      const spoken = activeAudioTrack(context)?.kind === 'descriptions';
      set({
        available: tracks.length > 0 || describedTracks(context).length > 0,
        active: spoken || activeTextTrack !== undefined,
        text: spoken ? '' : [...(activeTextTrack?.activeCues ?? [])].map(textOf).join(' ')
      });
    };
    listen(video.textTracks, 'change addtrack removetrack', sync, signal);
    stream.subscribe(sync, signal);
    sync();

    let previousTrack: string | undefined;
    return {
      toggle() {
        const spoken = describedTracks(context);
        const now = activeAudioTrack(context);
        if (spoken.length === 0) {
          const [track] = textTracks(context);
          if (track) track.mode = track.mode === 'disabled' ? 'hidden' : 'disabled';
        } else if (now?.kind === 'descriptions') {
          const plain = stream.current.audioTracks.filter(({ kind }) => kind !== 'descriptions');
          const back = plain.find(({ id }) => id === previousTrack) ?? plain.find(({ language }) => language === now.language) ?? plain[0];
          if (back) session.engine?.chooseAudioTrack(back.id);
        } else {
          previousTrack = now?.id;
          session.engine?.chooseAudioTrack((spoken.find(({ language }) => language === now?.language) ?? spoken[0]!).id);
        }
      }
    };
  }
});
