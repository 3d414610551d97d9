import { listen } from '../../lib/listen.js';
import { changeStyle, defaultCaptionStyle, type CaptionStyle } from '../caption-style.js';
import { feature } from './feature.js';
import type { FeatureContext } from './feature-context.js';

/** One text track that can be shown over the video. */
export interface CaptionTrack {
  readonly id: string;
  /** Text from the manifest or the page, never markup. */
  readonly label: string;
  /** BCP 47, or empty. */
  readonly language: string;
  readonly kind: 'subtitles' | 'captions';
}

export interface CaptionsState {
  /** Excludes forced tracks, because the viewer cannot choose them. */
  readonly tracks: readonly CaptionTrack[];
  /** The id of the track that is shown, or null when captions are off. */
  readonly choice: string | null;
  /** Whether a text track is shown over the video: the chosen track or a forced one. */
  readonly shown: boolean;
  /** The caption style that the viewer chose. */
  readonly style: CaptionStyle;
  /** Whether a screen reader also reads out the shown captions. */
  readonly speakCaptions: boolean;
}

export interface CaptionsCommands {
  /** Shows one track by id, or none with null. */
  choose(id: string | null): void;
  /** Turns captions off, or on again with the last shown track, otherwise the first. */
  toggle(): void;
  /** Changes the caption style by the members of `patch`; members with an invalid value are ignored. */
  setStyle(patch: Partial<CaptionStyle>): void;
  /** Sets whether a screen reader reads out the shown captions (EN 301 549, 7.1.5). */
  setSpeakCaptions(speakCaptions: boolean): void;
}

const ids = new WeakMap<TextTrack, string>();
let nextId = 0;

/** Returns a generated id for a track, because `TextTrack.id` is usually empty. The id is assigned on the first call. */
function idOf(track: TextTrack): string {
  let id = ids.get(track);
  if (!id) ids.set(track, (id = `text-${nextId++}`));
  return id;
}

/** Returns the tracks that the viewer can choose, and the forced tracks, which are shown when the video or the audio requires them. */
function captionsOf({ video, session }: FeatureContext): { readonly listed: TextTrack[]; readonly forced: TextTrack[] } {
  const captionTracks = [...video.textTracks].filter(({ kind }) => kind === 'subtitles' || kind === 'captions');
  const isForced = (track: TextTrack) => session.engine?.isForced?.(track) === true;
  return { listed: captionTracks.filter((track) => !isForced(track)), forced: captionTracks.filter(isForced) };
}

const isShown = ({ mode }: TextTrack): boolean => mode === 'showing';

const primarySubtag = (language: string): string => language.toLowerCase().split('-')[0]!;

/**
 * Returns the forced track for the selected audio track; a track without a language matches any. An engine may show a forced track before
 * it reports the audio track. That track stays shown, because the engine would show it again each time it is hidden.
 */
function forcedFor(forced: readonly TextTrack[], { stream }: FeatureContext): TextTrack | undefined {
  const { audioTracks, audioTrack } = stream.current;
  const currentAudio = audioTracks.find(({ id }) => id === audioTrack);
  const isForAudio = currentAudio ? ({ language }: TextTrack) => primarySubtag(language) === primarySubtag(currentAudio.language) : isShown;
  return forced.find(isForAudio) ?? forced.find((track) => track.language === '');
}

/** Selects captions and their style. The list is the video's `textTracks`, whether an engine or the page added the tracks. */
export const captions = feature<CaptionsState, CaptionsCommands>({
  initial: { tracks: [], choice: null, shown: false, style: defaultCaptionStyle, speakCaptions: false },

  setup(context, set) {
    const { video, session, stream, signal } = context;
    let previousKey = '';
    let tracks: readonly CaptionTrack[] = [];
    const nameOf = ({ label }: TextTrack) => stream.current.textNames.get(label) ?? label;
    const sync = () => {
      const { listed, forced } = captionsOf(context);
      const listedTracks = listed.map((track) => ({
        id: idOf(track),
        label: nameOf(track),
        language: track.language,
        kind: track.kind as CaptionTrack['kind']
      }));
      const tracksKey = JSON.stringify(listedTracks);
      if (tracksKey !== previousKey) [previousKey, tracks] = [tracksKey, listedTracks];
      const shownTrack = listed.find(isShown);
      const neededForced = shownTrack ? undefined : forcedFor(forced, context);
      for (const track of forced)
        if (isShown(track) !== (track === neededForced)) track.mode = track === neededForced ? 'showing' : 'disabled';
      set({ tracks, choice: shownTrack ? idOf(shownTrack) : null, shown: (shownTrack ?? neededForced) !== undefined });
    };
    listen(video.textTracks, 'change addtrack removetrack', sync, signal);
    listen(video, 'loadedmetadata', sync, signal);
    listen(session, 'source status', sync, signal);
    stream.subscribe(sync, signal);
    sync();

    let lastShown: TextTrack | undefined;
    let style = defaultCaptionStyle;
    const show = (chosenTrack: TextTrack | undefined) => {
      if (chosenTrack) lastShown = chosenTrack;
      for (const track of captionsOf(context).listed) track.mode = track === chosenTrack ? 'showing' : 'disabled';
    };
    return {
      choose: (id) => show(captionsOf(context).listed.find((track) => idOf(track) === id)),
      toggle() {
        const { listed } = captionsOf(context);
        show(listed.some(isShown) ? undefined : (listed.find((track) => track === lastShown) ?? listed[0]));
      },
      setStyle: (patch) => set({ style: (style = changeStyle(style, patch)) }),
      setSpeakCaptions: (speakCaptions) => set({ speakCaptions })
    };
  }
});
