import { listen } from '../../lib/listen.js';
import { changeStyle, defaultCaptionStyle, type CaptionStyle } from '../caption-style.js';
import { feature, type FeatureContext } from '../feature.js';

/** One text track that can be shown over the picture. */
export interface CaptionTrack {
  readonly id: string;
  /** Text from the manifest or the page, never markup. */
  readonly label: string;
  /** BCP 47, or empty. */
  readonly language: string;
  readonly kind: 'subtitles' | 'captions';
}

export interface CaptionsState {
  /** Forced ones, which nobody chooses, are not among them. */
  readonly tracks: readonly CaptionTrack[];
  /** The id of the track that is shown, or null when captions are off. */
  readonly choice: string | null;
  /** There is text over the picture: the track that was chosen, or a forced one. */
  readonly shown: boolean;
  /** How the viewer wants them to look. */
  readonly style: CaptionStyle;
  /** The viewer wants what is shown to be read out by a screen reader, too. */
  readonly aloud: boolean;
}

export interface CaptionsCommands {
  /** Shows one track by id, or none with null. */
  choose(id: string | null): void;
  /** Turns captions off, or on again: the last shown track, else the first. */
  toggle(): void;
  /** Changes how captions look, by what `patch` names; what it names wrongly is left as it is. */
  setStyle(patch: Partial<CaptionStyle>): void;
  /** Has what is shown read out by a screen reader, or not (EN 301 549, 7.1.5). */
  setAloud(aloud: boolean): void;
}

const ids = new WeakMap<TextTrack, string>();
let nextId = 0;

/** A track's own `id` is mostly empty, so each track gets a name of ours when it is first seen. */
function idOf(track: TextTrack): string {
  let id = ids.get(track);
  if (!id) ids.set(track, (id = `text-${nextId++}`));
  return id;
}

/** The tracks a viewer chooses from, and those that are shown because the picture or the sound needs them. */
function captionsOf({ video, session }: FeatureContext): { readonly listed: TextTrack[]; readonly forced: TextTrack[] } {
  const all = [...video.textTracks].filter(({ kind }) => kind === 'subtitles' || kind === 'captions');
  const isForced = (track: TextTrack) => session.engine?.isForced?.(track) === true;
  return { listed: all.filter((track) => !isForced(track)), forced: all.filter(isForced) };
}

const isShown = ({ mode }: TextTrack): boolean => mode === 'showing';

const primary = (language: string): string => language.toLowerCase().split('-')[0]!;

/**
 * Which of the forced tracks belongs to the sound that is heard; a track without a language belongs to any. An engine may show one before
 * it says what is heard: to take it away would make the engine show it again, and so on.
 */
function forcedFor(forced: readonly TextTrack[], { stream }: FeatureContext): TextTrack | undefined {
  const { audioTracks, audioTrack } = stream.current;
  const heard = audioTracks.find(({ id }) => id === audioTrack);
  const belongs = heard ? ({ language }: TextTrack) => primary(language) === primary(heard.language) : isShown;
  return forced.find(belongs) ?? forced.find((track) => track.language === '');
}

/** Which captions are shown, and how. The video's own `textTracks` is the list, whoever filled it: an engine or the page. */
export const captions = feature<CaptionsState, CaptionsCommands>({
  initial: { tracks: [], choice: null, shown: false, style: defaultCaptionStyle, aloud: false },

  attach(context, set) {
    const { video, session, stream, signal } = context;
    wishes.set(context, set);
    let known = '';
    let tracks: readonly CaptionTrack[] = [];
    const nameOf = ({ label }: TextTrack) => stream.current.textNames.get(label) ?? label;
    const sync = () => {
      const { listed, forced } = captionsOf(context);
      const next = listed.map((track) => ({
        id: idOf(track),
        label: nameOf(track),
        language: track.language,
        kind: track.kind as CaptionTrack['kind']
      }));
      const now = JSON.stringify(next);
      if (now !== known) [known, tracks] = [now, next];
      const showing = listed.find(isShown);
      const needed = showing ? undefined : forcedFor(forced, context);
      for (const track of forced) if (isShown(track) !== (track === needed)) track.mode = track === needed ? 'showing' : 'disabled';
      set({ tracks, choice: showing ? idOf(showing) : null, shown: (showing ?? needed) !== undefined });
    };
    listen(video.textTracks, 'change addtrack removetrack', sync, signal);
    listen(video, 'loadedmetadata', sync, signal);
    listen(session, 'source status', sync, signal);
    stream.subscribe(sync, signal);
    sync();
  },

  commands(context) {
    let last: TextTrack | undefined;
    let style = defaultCaptionStyle;
    const show = (wanted: TextTrack | undefined) => {
      if (wanted) last = wanted;
      for (const track of captionsOf(context).listed) track.mode = track === wanted ? 'showing' : 'disabled';
    };
    return {
      choose: (id) => show(captionsOf(context).listed.find((track) => idOf(track) === id)),
      toggle() {
        const { listed } = captionsOf(context);
        show(listed.some(isShown) ? undefined : (listed.find((track) => track === last) ?? listed[0]));
      },
      setStyle: (patch) => wishes.get(context)?.({ style: (style = changeStyle(style, patch)) }),
      setAloud: (aloud) => wishes.get(context)?.({ aloud })
    };
  }
});

/** How a player's commands reach its state. */
const wishes = new WeakMap<FeatureContext, (wish: Partial<Pick<CaptionsState, 'style' | 'aloud'>>) => void>();
