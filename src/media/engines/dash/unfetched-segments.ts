import type { MediaPlayerClass } from 'dashjs';

/** A media segment, with the times that the manifest gives it, in seconds. */
interface Segment {
  readonly startTime: number;
  readonly duration: number;
}

/** The part of dash.js's `StreamProcessor`, which fetches one track, that is used here; times are in seconds. */
interface StreamProcessor {
  getType(): string;
  getBufferController(): { hasBufferAtTime(time: number): boolean; setSeekTarget(time: number): void };
  getFragmentModel(): { getRequests(filter: { state: 'loading' }): readonly Segment[] };
  /** Returns the request that follows the last one. */
  probeNextRequest(): Segment | null;
  prepareInnerPeriodPlaybackSeeking(seek: { readonly seekTime: number }): Promise<void>;
}

interface MediaEvent {
  readonly mediaType: string;
}

interface LoadEvent {
  readonly request: Segment & MediaEvent & { readonly type: string };
}

const endOf = ({ startTime, duration }: Segment): number => startTime + duration;

/** The segments of one type, "video" or "audio", that have been appended and not been removed again. */
class AppendedSegments {
  #segments: readonly Segment[] = [];

  add(segment: Segment): void {
    this.#segments = [...this.#segments.filter(({ startTime }) => startTime !== segment.startTime), segment];
  }

  remove(from: number, to: number): void {
    this.#segments = this.#segments.filter(({ startTime, duration }) => {
      const middle = startTime + duration / 2;
      return middle < from || middle >= to;
    });
  }

  /**
   * Returns the last of the segments that follow each other from a position on, the one that is being appended included; undefined if none
   * contains the position or ends there.
   */
  lastFrom(position: number, appending: Segment | undefined): Segment | undefined {
    const segments = appending ? [...this.#segments, appending] : this.#segments;
    const containing = segments.filter((segment) => segment.startTime <= position && position < endOf(segment));
    // The last segment of a period may reach into the next one.
    let last =
      containing.reduce<Segment | undefined>((latest, each) => (latest && latest.startTime > each.startTime ? latest : each), undefined) ??
      segments.find((segment) => isBoundary(position, segment));
    for (let next = last; next; next = segments.find(({ startTime }) => isBoundary(startTime, last!))) last = next;
    return last;
  }

  /** Whether there are segments that begin later than the one that follows `segment`. */
  hasAfter(segment: Segment): boolean {
    return this.#segments.some(({ startTime }) => startTime > endOf(segment));
  }
}

/** Whether a segment ends at a position; the times of the manifest may differ from those of the media by half a segment. */
const isBoundary = (position: number, segment: Segment): boolean => Math.abs(position - endOf(segment)) < segment.duration / 2;

/**
 * Lets dash.js fetch what follows a buffered target of a seek. Must be called before dash.js is initialized.
 *
 * After a seek to a buffered position dash.js continues to fetch where it was, even if the viewer has sought far ahead in the meantime. It
 * then never fetches what lies between: playback jumps over it, and a seek to its beginning does not end. Such a position is treated as not
 * buffered: dash.js then fetches from the end of the buffered range on, and removes what is buffered later, and long before the position.
 */
export function fetchAfterSeeks(player: MediaPlayerClass): void {
  const appended = new Map([
    ['video', new AppendedSegments()],
    ['audio', new AppendedSegments()]
  ]);
  /** The segment by type that has been loaded and is being appended. */
  const appending = new Map<string, Segment>();
  /** By type, the target of a seek for which dash.js has not yet requested a segment. */
  const pendingTargets = new Map<string, number>();

  player.on('fragmentLoadingStarted', ({ request }: LoadEvent) => {
    if (request.type === 'MediaSegment') pendingTargets.delete(request.mediaType);
  });
  player.on('fragmentLoadingCompleted', ({ request }: LoadEvent) => {
    const { type, mediaType, startTime, duration } = request;
    if (type === 'MediaSegment') appending.set(mediaType, { startTime, duration });
  });
  player.on('bytesAppendedEndFragment', ({ mediaType, startTime }: MediaEvent & { readonly startTime: number }) => {
    const segment = appending.get(mediaType);
    if (segment?.startTime !== startTime) return;
    appended.get(mediaType)?.add(segment);
    appending.delete(mediaType);
  });
  player.on('bufferCleared', ({ mediaType, from, to }: MediaEvent & { readonly from: number; readonly to: number }) =>
    appended.get(mediaType)?.remove(from, to)
  );

  /** Whether dash.js would not continue to fetch at the end of the consecutive segments from `position` on. */
  const leavesOut = (processor: StreamProcessor, position: number): boolean => {
    const type = processor.getType();
    const segments = appended.get(type);
    const last = segments?.lastFrom(position, appending.get(type));
    if (!segments || !last) return false;
    const pendingTarget = pendingTargets.get(type);
    if (pendingTarget !== undefined) return segments.lastFrom(pendingTarget, appending.get(type)) !== last;
    const loading = processor.getFragmentModel().getRequests({ state: 'loading' });
    const next = loading.find(({ startTime }) => !Number.isNaN(startTime)) ?? processor.probeNextRequest();
    const nextStart = next?.startTime ?? NaN;
    return nextStart > endOf(last) + last.duration / 2 || (Number.isNaN(nextStart) && segments.hasAfter(last));
  };

  const processor = function (this: { parent: StreamProcessor }) {
    const { parent } = this;
    // dash.js replaces the members of this object by those that are returned, so the original function is read first.
    const { prepareInnerPeriodPlaybackSeeking: prepare } = parent;
    let seeks = 0;
    return {
      prepareInnerPeriodPlaybackSeeking(seek) {
        const bufferController = parent.getBufferController();
        const { hasBufferAtTime } = bufferController;
        const isInBuffer = hasBufferAtTime(seek.seekTime);
        const isBuffered = isInBuffer && !leavesOut(parent, seek.seekTime);
        if (!isBuffered) {
          pendingTargets.set(parent.getType(), seek.seekTime);
          // dash.js aborts the append.
          appending.delete(parent.getType());
        }
        const ownSeek = (seeks += 1);
        bufferController.hasBufferAtTime = () => isBuffered;
        try {
          return prepare(seek).then(() => {
            // The target that dash.js has set is the end of the buffered range, and not where the viewer seeks to.
            if (isInBuffer && !isBuffered && ownSeek === seeks) bufferController.setSeekTarget(NaN);
          });
        } finally {
          bufferController.hasBufferAtTime = hasBufferAtTime;
        }
      }
    } satisfies Partial<StreamProcessor>;
  };
  player.extend('StreamProcessor', processor, true);
}
