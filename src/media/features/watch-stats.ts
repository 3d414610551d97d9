import type { ErrorCode } from '../error.js';

/**
 * Playback statistics of one source, as totals: no URL, no time of day, and nothing that identifies a viewer. They stay in the page; the
 * player does not send them anywhere.
 */
export interface WatchStats {
  /** Seconds of the media that were shown, rounded to a hundredth; parts seen twice count once. */
  readonly watched: number;
  /** Seconds from the playback request to the first `playing` event, rounded to a hundredth; null before. */
  readonly startup: number | null;
  /** Number of times playback rebuffered after its start; seeks do not count. */
  readonly stalls: number;
  /** Total seconds of rebuffering, rounded to a hundredth. */
  readonly stalled: number;
  /** Number of changes from one rendition to another. */
  readonly switches: number;
  /** Height of the last shown frame in pixels; 0 without video. */
  readonly height: number;
  /** Decoded frames, and those of them that were dropped because they were too late. */
  readonly frames: number;
  readonly dropped: number;
  /** Whether the media was played to its end. */
  readonly ended: boolean;
  /** The code of the error that ended playback, or null. */
  readonly error: ErrorCode | null;
}
