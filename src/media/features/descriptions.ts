import { listen } from '../../lib/listen.js';
import { cuesOutside } from '../../lib/cues-outside.js';
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
    const observedTracks = new WeakSet<TextTrack>();
    const sync = () => {
      const tracks = textTracks(context);
      for (const track of tracks) {
        if (!observedTracks.has(track)) listen(track, 'cuechange', sync, signal);
        observedTracks.add(track);
      }
      const activeTextTrack = tracks.find(({ mode }) => mode !== 'disabled');
      const isAudioActive = activeAudioTrack(context)?.kind === 'descriptions';
      set({
        available: tracks.length > 0 || describedTracks(context).length > 0,
        active: isAudioActive || activeTextTrack !== undefined,
        text: isAudioActive ? '' : Array.from(cuesOutside(activeTextTrack?.activeCues ?? [], session.withdrawn), textOf).join(' ')
      });
    };
    listen(video.textTracks, 'change addtrack removetrack', sync, signal);
    stream.subscribe(sync, signal);
    sync();

    let previousTrack: string | undefined;
    return {
      toggle() {
        const describedAudio = describedTracks(context);
        const activeTrack = activeAudioTrack(context);
        if (describedAudio.length === 0) {
          const [track] = textTracks(context);
          if (track) track.mode = track.mode === 'disabled' ? 'hidden' : 'disabled';
        } else if (activeTrack?.kind === 'descriptions') {
          const undescribedAudio = stream.current.audioTracks.filter(({ kind }) => kind !== 'descriptions');
          const nextTrack =
            undescribedAudio.find(({ id }) => id === previousTrack) ??
            undescribedAudio.find(({ language }) => language === activeTrack.language) ??
            undescribedAudio[0];
          if (nextTrack) session.engine?.chooseAudioTrack(nextTrack.id);
        } else {
          previousTrack = activeTrack?.id;
          session.engine?.chooseAudioTrack(
            (describedAudio.find(({ language }) => language === activeTrack?.language) ?? describedAudio[0]!).id
          );
        }
      }
    };
  }
});
