import type { MediaPlayerClass } from 'dashjs';

/** Returns the seconds until a period ends, the active one without `streamInfo`; zero or less from its end on. */
export type GetTimeToStreamEnd = (streamInfo?: unknown) => number;

/** Seconds that dash.js does not take for the end. */
const almostEnd = 0.001;

/**
 * Returns a function that dash.js uses instead of `getTime`, so that the video itself ends an on-demand presentation.
 *
 * dash.js declares the end at the end of the last period in the MPD, and then seeks back and pauses. But the browser fires `ended` a moment
 * later, and only at the end of the media, which may last some milliseconds longer. Then it would never do so.
 */
export function leaveEndToVideo(player: MediaPlayerClass, getTime: GetTimeToStreamEnd): GetTimeToStreamEnd {
  return (streamInfo) => {
    const time = getTime(streamInfo);
    const isEndOfPresentation = !streamInfo && !player.isDynamic() && player.getActiveStream()?.getStreamInfo()?.isLast;
    return isEndOfPresentation ? Math.max(time, almostEnd) : time;
  };
}
