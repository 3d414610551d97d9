import { listen } from '../../lib/listen.js';
import { rangesOf, seekTarget, type TimeRange } from '../../lib/time-ranges.js';
import { feature } from './feature.js';

export interface TimeState {
  /** Seconds. */
  readonly current: number;
  /** Seconds; `Infinity` when live, `NaN` when not known. */
  readonly duration: number;
  /** The seekable range: the whole media, or the DVR window of a live stream. */
  readonly seekable: TimeRange;
  readonly buffered: readonly TimeRange[];
  readonly seeking: boolean;
}

export interface TimeCommands {
  /** Seeks to a time in seconds, clamped to the seekable range. While a source is loading, the seek is delayed until it is ready. */
  seek(seconds: number): void;
  /**
   * Seeks forward by `seconds`, or back when negative. While a source is loading, this is relative to the target of the delayed seek, or
   * to the position at which recovery starts the source again.
   */
  skip(seconds: number): void;
}

const emptyRange: TimeRange = { start: 0, end: 0 };

function seekableOf(video: HTMLVideoElement): TimeRange {
  const { seekable, duration } = video;
  if (seekable.length > 0) return { start: seekable.start(0), end: seekable.end(seekable.length - 1) };
  return Number.isFinite(duration) ? { start: 0, end: duration } : emptyRange;
}

const areEqual = (a: readonly TimeRange[], b: readonly TimeRange[]): boolean =>
  a.length === b.length && a.every((range, index) => range.start === b[index]!.start && range.end === b[index]!.end);

/** Reports the playback position, the buffered and the seekable range, and seeks. */
export const time = feature<TimeState, TimeCommands>({
  initial: { current: 0, duration: NaN, seekable: emptyRange, buffered: [], seeking: false },

  setup({ video, session, stream, signal }, set) {
    let seekable = emptyRange;
    let buffered: readonly TimeRange[] = [];
    const sync = () => {
      // Equal ranges keep the same object, so that an idle player does not render.
      const newSeekable = seekableOf(video);
      if (!areEqual([newSeekable], [seekable])) seekable = newSeekable;
      const ranges = rangesOf(video.buffered);
      if (!areEqual(ranges, buffered)) buffered = ranges;
      set({ current: video.currentTime, duration: video.duration, seekable, buffered, seeking: video.seeking });
    };
    listen(video, 'timeupdate durationchange seeking seeked progress loadedmetadata emptied', sync, signal);
    sync();

    /** The target of the delayed seek, in seconds. */
    let pendingTarget: number | undefined;
    /** The last position of this source, in seconds; undefined on a live stream, because each engine starts its own live timeline. */
    let lastPosition: number | undefined;
    // Media Source Extensions, 3.15: without a duration, the seekable range ends with what is buffered, so a target would be cut to that.
    const isProvisional = () => video.duration === Infinity && !stream.current.live && !session.receiver;
    // Before the metadata has loaded, the browser would only store the position, and count everything up to it as played.
    const isSeekable = () => video.readyState >= HTMLMediaElement.HAVE_METADATA && seekableOf(video).end > 0 && !isProvisional();
    const seekNow = (seconds: number) => {
      const { start, end } = seekableOf(video);
      video.currentTime = Math.min(Math.max(seconds, start), Math.max(start, end));
    };

    let lastSoughtTime = NaN;
    const clearPendingSeek = () => ([pendingTarget, lastSoughtTime] = [undefined, NaN]);
    const applyPendingSeek = () => {
      if (pendingTarget === undefined || !isSeekable()) return;
      // An engine with its own start position seeks there later, so this seek stays pending until a frame at its target is available.
      // `lastSoughtTime` is NaN before the first try.
      if (!(Math.abs(video.currentTime - lastSoughtTime) < 1)) {
        seekNow(pendingTarget);
        lastSoughtTime = video.currentTime;
      }
      if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !video.seeking) clearPendingSeek();
    };
    listen(video, 'loadedmetadata durationchange progress loadeddata seeked', applyPendingSeek, signal);
    stream.subscribe(applyPendingSeek, signal);
    const recordPosition = () => isSeekable() && (lastPosition = stream.current.live ? undefined : video.currentTime);
    listen(video, 'timeupdate seeking', recordPosition, signal);
    const onSource = () => {
      clearPendingSeek();
      lastPosition = undefined;
    };
    listen(session, 'source', onSource, signal);

    const seek = (seconds: number) => {
      if (!Number.isFinite(seconds)) return;
      clearPendingSeek();
      if (isSeekable()) seekNow(seconds);
      else if (session.status === 'loading' || session.status === 'ready') pendingTarget = seconds;
    };
    return {
      seek,
      skip(seconds) {
        const from = isSeekable() ? video.currentTime : (pendingTarget ?? lastPosition);
        if (from !== undefined) seek(seekTarget(session.withdrawn, from, from + seconds));
      }
    };
  }
});
