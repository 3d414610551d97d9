import { imagePrefix, plainText } from '../../lib/cue-text.js';
import { listen } from '../../lib/listen.js';
import { rangeAt } from '../../lib/time-ranges.js';
import { feature } from './feature.js';

/** A part of the media with a title. */
export interface Chapter {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  /** Text, never markup; empty when the file has no title. */
  readonly title: string;
  /** The URL of its image, which is fetched through the guard only; absent when it has none. */
  readonly image?: string;
}

export interface ChaptersState {
  readonly list: readonly Chapter[];
  /** The index of the chapter at the playback position, or -1. */
  readonly current: number;
}

export interface ChaptersCommands {
  /** Seeks to the start of a chapter, by its index. */
  choose(index: number): void;
  next(): void;
  /** Seeks to the start of the current chapter, or of the previous one when the current one has only just started. */
  previous(): void;
}

/** Maximum number of chapters; further cues are ignored. */
const maxChapters = 500;
/** Time after a chapter's start in which `previous` seeks to the chapter before it. */
const justBegunSeconds = 3;

const noChapters: readonly Chapter[] = [];

function chaptersOf(track: TextTrack | undefined): readonly Chapter[] {
  const cues = [...(track?.cues ?? [])].slice(0, maxChapters) as (TextTrackCue & { readonly text?: string })[];
  return cues.map(({ startTime, endTime, text = '', id = '' }) => ({
    start: startTime,
    end: endTime,
    title: plainText(text),
    ...(id.startsWith(imagePrefix) && { image: id.slice(imagePrefix.length) })
  }));
}

const chapterTracks = (video: HTMLVideoElement): TextTrack[] => [...video.textTracks].filter(({ kind }) => kind === 'chapters');

/** Returns the chapter index at `time` in seconds, or -1. The last chapter lasts a second longer, to include the end of the media. */
const indexAt = (list: readonly Chapter[], time: number): number =>
  list.findIndex(({ start, end }, index) => time >= start && (time < end || (index === list.length - 1 && time < end + 1)));

/**
 * Lists the chapters and seeks to them. They come from the video's `textTracks`: from `<track kind="chapters">` in the page, from the
 * `chapters` attribute, or from the media itself.
 */
export const chapters = feature<ChaptersState, ChaptersCommands>({
  initial: { list: noChapters, current: -1 },

  setup({ video, session, signal }, set) {
    let source: TextTrack | undefined;
    /** The chapters last read. They are kept when first seen, because engines may empty a text track. */
    let all = noChapters;
    /** Those of them that do not begin in a withdrawn passage. A chapter around a passage keeps its title. */
    let list = noChapters;
    const leaveOutWithdrawn = () => {
      list = all.filter(({ start }) => !rangeAt(session.withdrawn, start));
    };
    const sync = () => {
      const tracks = chapterTracks(video);
      // The browser does not load the cues of a disabled track.
      for (const track of tracks) if (track.mode === 'disabled') track.mode = 'hidden';
      const loadedTrack = tracks.find(({ cues }) => cues?.length);
      const isSourcePresent = source && tracks.includes(source);
      const previous = all;
      if (loadedTrack && loadedTrack !== source) all = chaptersOf(loadedTrack);
      else if (!isSourcePresent) all = noChapters;
      if (all !== previous) leaveOutWithdrawn();
      source = loadedTrack ?? (isSourcePresent ? source : undefined);
      set({ list, current: indexAt(list, video.currentTime) });
    };
    const updateCurrent = () => set({ current: indexAt(list, video.currentTime) });
    // The `load` event of a track element does not bubble, so it is handled in the capture phase.
    video.addEventListener('load', sync, { capture: true, signal });
    listen(video.textTracks, 'addtrack removetrack change', sync, signal);
    listen(video, 'loadedmetadata', sync, signal);
    listen(video, 'timeupdate seeking seeked emptied', updateCurrent, signal);
    const onSource = () => {
      leaveOutWithdrawn();
      sync();
    };
    listen(session, 'source restrictionschange', onSource, signal);
    sync();

    const choose = (index: number) => {
      const chapter = list[index];
      if (chapter) video.currentTime = chapter.start;
    };
    return {
      choose,
      next: () => choose(list.findIndex(({ start }) => start > video.currentTime)),
      previous: () =>
        choose(
          Math.max(
            0,
            list.findLastIndex(({ start }) => start < video.currentTime - justBegunSeconds)
          )
        )
    };
  }
});
