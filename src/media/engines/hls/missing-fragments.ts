import type Hls from 'hls.js';
import type { ErrorData, Fragment, LoaderContext, MediaFragment } from 'hls.js';
import type { EngineContext } from '../engine.js';
import { MissingSegments, type SegmentRef } from '../../recovery/missing-segments.js';
import { SilentAudio } from './silence.js';
import { skipSegmentStatus, rangeOf, type FragmentTracker } from './loader.js';

const segmentTypes: Readonly<Record<string, SegmentRef['type']>> = { main: 'video', audio: 'audio' };

interface FragmentRef extends SegmentRef {
  readonly frag: MediaFragment;
}

/** Records which fragments hls.js requests, and handles those that are missing. */
export class MissingFragments extends MissingSegments<FragmentRef> implements FragmentTracker {
  readonly #video: HTMLVideoElement;
  readonly #silentAudio = new SilentAudio();
  #hls: Hls | undefined;
  #markAsGap: (frag: MediaFragment) => void = () => undefined;

  constructor(context: EngineContext) {
    // Every decision has the same answer, because the loader makes the difference: it reports a fragment to skip with `skipSegmentStatus`.
    // After any other error, hls.js itself switches to another level; for audio, the other level would have the same audio.
    super(context, { 'switch-rendition': 'error-response', skip: 'error-response', none: 'error-response' }, ({ type }) =>
      type === 'video' ? this.#levelCount() : 1
    );
    this.#video = context.video;
  }

  /**
   * Returns how many levels hls.js can choose from, including the current one: within the cap of the player size, and without a load
   * error.
   */
  #levelCount(): number {
    const { levels = [], loadLevel = -1, minAutoLevel = 0, maxAutoLevel = 0 } = this.#hls ?? {};
    const isOpen = (index: number) => index >= minAutoLevel && index <= maxAutoLevel && levels[index]!.loadError === 0;
    return levels.filter((_, index) => index === loadLevel || isOpen(index)).length;
  }

  /** Records what a request is for, and returns the identifier of the requested segment. */
  announce(context: LoaderContext): string {
    const { frag } = context as LoaderContext & { frag?: Fragment };
    const id = this.segmentIdOf(context.url, rangeOf(context));
    if (!frag || frag.sn === 'initSegment') return id;
    const { sn, cc, type, level, start, duration } = frag;
    this.announceSegment(id, {
      type: segmentTypes[type] ?? 'other',
      rendition: `${type} ${level}`,
      position: `${cc} ${sn}`,
      start,
      end: start + duration,
      cut: this.#hls?.levels[level]?.details?.iframesOnly === true,
      frag: frag as MediaFragment
    });
    return id;
  }

  complete(context: LoaderContext, media: ArrayBuffer): ArrayBuffer {
    const { frag, part } = context as LoaderContext & { frag?: Fragment; part?: object | null };
    // A short part may lie between the starts of two audio packets.
    if (frag?.type !== ('main' as Fragment['type']) || frag.sn === 'initSegment' || part) return media;
    const { audioTracks = [], levels = [] } = this.#hls ?? {};
    const announcesAudio = /mp4a/.test(levels[frag.level]?.audioCodec ?? '') && !audioTracks.some(({ url }) => url);
    return this.#silentAudio.fill(media, announcesAudio);
  }

  watch(hls: Hls, events: typeof Hls.Events): void {
    this.#hls = hls;
    // hls.js marks a fragment as a gap, and does not request it again, after an error that says that appending it makes no progress.
    this.#markAsGap = (frag) => {
      // hls.js does so itself for video and audio only.
      if (frag.type === ('subtitle' as Fragment['type'])) frag.gap = true;
      const details = 'bufferAppendNoProgress' as ErrorData['details'];
      const error = new Error('The fragment is missing, or cannot be decoded.');
      hls.trigger(events.ERROR, {
        type: 'mediaError' as ErrorData['type'],
        details,
        fatal: false,
        error,
        frag,
        parent: frag.type,
        appendsWithoutProgress: 1000
      });
    };
    hls.on(events.ERROR, (_, { frag, response }) => {
      if (response?.code === skipSegmentStatus && frag && frag.sn !== 'initSegment') this.#markAsGap(frag as MediaFragment);
    });
    hls.on(
      events.FRAG_BUFFERED,
      (_, { frag }) => frag.sn !== 'initSegment' && !frag.gap && this.recordArrival(segmentTypes[frag.type] ?? 'other')
    );
  }

  /** Skips the fragment that the decoder cannot decode: the given one, or the video fragment at the playback position. */
  skipDamaged(damaged: Fragment | undefined): void {
    const { currentTime } = this.#video;
    const id = this.findSegmentId(({ type, start, end, frag }) =>
      damaged ? frag.sn === damaged.sn && frag.url === damaged.url : type === 'video' && currentTime >= start - 0.05 && currentTime < end
    );
    const segment = id === undefined ? undefined : this.segmentOf(id);
    if (!id || !segment) return;
    this.markUndecodable(id);
    this.#markAsGap(segment.frag);
  }
}
