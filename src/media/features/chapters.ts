import { plainText } from '../../lib/cue-text.js';
import { listen } from '../../lib/listen.js';
import { feature } from '../feature.js';

/** A part of the film with a name of its own. */
export interface Chapter {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  /** Text, never markup; empty where the file gives none. */
  readonly title: string;
}

export interface ChaptersState {
  readonly list: readonly Chapter[];
  /** The index of the chapter that is played, or -1. */
  readonly current: number;
}

export interface ChaptersCommands {
  /** Goes to the beginning of a chapter, by its index. */
  choose(index: number): void;
  next(): void;
  /** Goes to the beginning of this chapter, or of the one before when this has only just begun. */
  previous(): void;
}

/** A list longer than this is no list of chapters. */
const most = 500;
/** Seconds in which "back" means the chapter before. */
const justBegun = 3;

const none: readonly Chapter[] = [];

function read(track: TextTrack | undefined): readonly Chapter[] {
  const cues = [...(track?.cues ?? [])].slice(0, most) as (TextTrackCue & { readonly text?: string })[];
  return cues.map(({ startTime, endTime, text = '' }) => ({ start: startTime, end: endTime, title: plainText(text) }));
}

const chapterTracks = (video: HTMLVideoElement): TextTrack[] => [...video.textTracks].filter(({ kind }) => kind === 'chapters');

/** What was read last, for the commands; engines may empty a text track, so its cues are kept when they are first seen. */
const known = new WeakMap<HTMLVideoElement, readonly Chapter[]>();

/** A film ends in its last chapter, though that is over then. */
const indexAt = (list: readonly Chapter[], time: number): number =>
  list.findIndex(({ start, end }, index) => time >= start && (time < end || (index === list.length - 1 && time < end + 1)));

/**
 * The chapters of the film. The video's own `textTracks` is where they come from, whoever put them there: the page with `<track
 * kind="chapters">`, the `chapters` attribute, or the film itself.
 */
export const chapters = feature<ChaptersState, ChaptersCommands>({
  initial: { list: none, current: -1 },

  attach({ video, session, signal }, set) {
    let source: TextTrack | undefined;
    const sync = () => {
      const tracks = chapterTracks(video);
      // A track that is disabled is never read.
      for (const track of tracks) if (track.mode === 'disabled') track.mode = 'hidden';
      const filled = tracks.find(({ cues }) => cues?.length);
      const stays = source && tracks.includes(source);
      const list = filled && filled !== source ? read(filled) : stays ? (known.get(video) ?? none) : none;
      source = filled ?? (stays ? source : undefined);
      known.set(video, list);
      set({ list, current: indexAt(list, video.currentTime) });
    };
    const follow = () => set({ current: indexAt(known.get(video) ?? none, video.currentTime) });
    // A track's own `load` does not bubble, but it can be caught on its way down.
    video.addEventListener('load', sync, { capture: true, signal });
    listen(video.textTracks, 'addtrack removetrack change', sync, signal);
    listen(video, 'loadedmetadata', sync, signal);
    listen(video, 'timeupdate seeking seeked emptied', follow, signal);
    listen(session, 'source', sync, signal);
    sync();
  },

  commands({ video }) {
    const list = () => known.get(video) ?? none;
    const choose = (index: number) => {
      const chapter = list()[index];
      if (chapter) video.currentTime = chapter.start;
    };
    return {
      choose,
      next: () => choose(list().findIndex(({ start }) => start > video.currentTime)),
      previous: () =>
        choose(
          Math.max(
            0,
            list().findLastIndex(({ start }) => start < video.currentTime - justBegun)
          )
        )
    };
  }
});
