import type { MediaPlayerClass } from 'dashjs';

/** The parts of dash.js's `Representation` and `FragmentRequest` that are used here; times are in seconds. */
interface Representation {
  readonly segmentInfoType: string | null;
}
interface SegmentRequest {
  readonly startTime: number;
  readonly duration: number;
}

type RequestSegment = (mediaInfo: unknown, representation: Representation, time?: number) => SegmentRequest | null;

/** The part of dash.js's `DashHandler`, which creates the requests for one track, that is used here. */
interface DashHandler {
  getSegmentRequestForTime: RequestSegment;
  getNextSegmentRequest: RequestSegment;
  repeatSegmentRequest: RequestSegment;
}

/**
 * Lets dash.js request the same segment again after it has switched to another rendition because the segment is missing. In a
 * `SegmentTimeline`, it looks for the segment after the last one instead, and so leaves one out at each switch. Must be called before
 * dash.js is initialized.
 */
export function repeatSameSegment(player: MediaPlayerClass): void {
  const handler = function (this: { parent: DashHandler }) {
    const { getSegmentRequestForTime, getNextSegmentRequest, repeatSegmentRequest } = this.parent;
    let lastRequest: SegmentRequest | null = null;
    const remember =
      (requestSegment: RequestSegment): RequestSegment =>
      (...args) => {
        const request = requestSegment(...args);
        lastRequest = request ?? lastRequest;
        return request;
      };
    const forTime = remember(getSegmentRequestForTime);
    return {
      getSegmentRequestForTime: forTime,
      getNextSegmentRequest: remember(getNextSegmentRequest),
      repeatSegmentRequest: remember((mediaInfo, representation) =>
        lastRequest && representation?.segmentInfoType === 'SegmentTimeline'
          ? forTime(mediaInfo, representation, lastRequest.startTime + lastRequest.duration / 2)
          : repeatSegmentRequest(mediaInfo, representation)
      )
    } satisfies DashHandler;
  };
  player.extend('DashHandler', handler, true);
}
