import { listen } from '../../lib/listen.js';
import { feature } from '../feature.js';

/** A stretch of the video's time line, in seconds. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

export interface TimeState {
  /** Seconds. */
  readonly current: number;
  /** Seconds; `Infinity` when live, `NaN` when not known. */
  readonly duration: number;
  /** Where one may seek to: the whole film, or the DVR window of a live presentation. */
  readonly seekable: TimeRange;
  readonly buffered: readonly TimeRange[];
  readonly seeking: boolean;
}

export interface TimeCommands {
  /** Goes to a time in seconds; it is brought inside the seekable window. While a source is on its way, it is gone to when it is there. */
  seek(seconds: number): void;
  /** Goes forward, or back when negative; while a source is on its way, from where it was told to go. */
  skip(seconds: number): void;
}

const nowhere: TimeRange = { start: 0, end: 0 };

function seekableOf(video: HTMLVideoElement): TimeRange {
  const { seekable, duration } = video;
  if (seekable.length > 0) return { start: seekable.start(0), end: seekable.end(seekable.length - 1) };
  return Number.isFinite(duration) ? { start: 0, end: duration } : nowhere;
}

const rangesOf = (ranges: TimeRanges): TimeRange[] =>
  Array.from({ length: ranges.length }, (_, index) => ({ start: ranges.start(index), end: ranges.end(index) }));

const same = (a: readonly TimeRange[], b: readonly TimeRange[]): boolean =>
  a.length === b.length && a.every((range, index) => range.start === b[index]!.start && range.end === b[index]!.end);

/** Where it plays, and where it could. */
export const time = feature<TimeState, TimeCommands>({
  initial: { current: 0, duration: NaN, seekable: nowhere, buffered: [], seeking: false },

  attach({ video, signal }, set) {
    let seekable = nowhere;
    let buffered: readonly TimeRange[] = [];
    const sync = () => {
      // The same object says "unchanged", so that an idle player renders nothing.
      const window = seekableOf(video);
      if (!same([window], [seekable])) seekable = window;
      const ranges = rangesOf(video.buffered);
      if (!same(ranges, buffered)) buffered = ranges;
      set({ current: video.currentTime, duration: video.duration, seekable, buffered, seeking: video.seeking });
    };
    listen(video, 'timeupdate durationchange seeking seeked progress loadedmetadata emptied', sync, signal);
    sync();
  },

  commands({ video, session, signal }) {
    /** Where to go as soon as there is a where. */
    let wish: number | undefined;
    const isThere = () => seekableOf(video).end > 0;
    const go = (seconds: number) => {
      const { start, end } = seekableOf(video);
      video.currentTime = Math.min(Math.max(seconds, start), Math.max(start, end));
    };

    let taken = NaN;
    const forget = () => ([wish, taken] = [undefined, NaN]);
    const carryOut = () => {
      if (wish === undefined || !isThere()) return;
      // An engine that has a beginning of its own goes there a little later, so the wish holds until there is a picture of that place.
      if (!(Math.abs(video.currentTime - taken) < 1)) {
        go(wish);
        taken = video.currentTime;
      }
      if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !video.seeking) forget();
    };
    listen(video, 'loadedmetadata durationchange progress loadeddata seeked', carryOut, signal);
    listen(session, 'source', forget, signal);

    const seek = (seconds: number) => {
      if (!Number.isFinite(seconds)) return;
      forget();
      if (isThere()) go(seconds);
      else if (session.status === 'loading' || session.status === 'ready') wish = seconds;
    };
    return {
      seek,
      skip(seconds) {
        const from = isThere() ? video.currentTime : wish;
        if (from !== undefined) seek(from + seconds);
      }
    };
  }
});
