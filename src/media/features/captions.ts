import { listen } from '../../lib/listen.js';
import { feature } from '../feature.js';

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
  readonly tracks: readonly CaptionTrack[];
  /** The id of the track that is shown, or null when captions are off. */
  readonly choice: string | null;
}

export interface CaptionsCommands {
  /** Shows one track by id, or none with null. */
  choose(id: string | null): void;
  /** Turns captions off, or on again: the last shown track, else the first. */
  toggle(): void;
}

const isCaption = ({ kind }: TextTrack): boolean => kind === 'subtitles' || kind === 'captions';

const ids = new WeakMap<TextTrack, string>();
let nextId = 0;

/** A track's own `id` is mostly empty, so each track gets a name of ours when it is first seen. */
function idOf(track: TextTrack): string {
  let id = ids.get(track);
  if (!id) ids.set(track, (id = `text-${nextId++}`));
  return id;
}

const captionsOf = (video: HTMLVideoElement): TextTrack[] => [...video.textTracks].filter(isCaption);

/** Which captions are shown. The video's own `textTracks` is the list, whoever filled it: an engine or the page. */
export const captions = feature<CaptionsState, CaptionsCommands>({
  initial: { tracks: [], choice: null },

  attach({ video, session, stream, signal }, set) {
    let known = '';
    let tracks: readonly CaptionTrack[] = [];
    const nameOf = ({ label }: TextTrack) => stream.current.textNames.get(label) ?? label;
    const sync = () => {
      const list = captionsOf(video);
      const next = list.map((track) => ({
        id: idOf(track),
        label: nameOf(track),
        language: track.language,
        kind: track.kind as CaptionTrack['kind']
      }));
      const now = JSON.stringify(next);
      if (now !== known) [known, tracks] = [now, next];
      const showing = list.find(({ mode }) => mode === 'showing');
      set({ tracks, choice: showing ? idOf(showing) : null });
    };
    listen(video.textTracks, 'change addtrack removetrack', sync, signal);
    listen(video, 'loadedmetadata', sync, signal);
    listen(session, 'source', sync, signal);
    stream.subscribe(sync, signal);
    sync();
  },

  commands({ video }) {
    let last: TextTrack | undefined;
    const show = (wanted: TextTrack | undefined) => {
      if (wanted) last = wanted;
      for (const track of captionsOf(video)) track.mode = track === wanted ? 'showing' : 'disabled';
    };
    return {
      choose: (id) => show(captionsOf(video).find((track) => idOf(track) === id)),
      toggle() {
        const list = captionsOf(video);
        const showing = list.find(({ mode }) => mode === 'showing');
        show(showing ? undefined : (list.find((track) => track === last) ?? list[0]));
      }
    };
  }
});
