import type Hls from 'hls.js';
import type { ErrorData, Fragment, LoaderContext, MediaFragment } from 'hls.js';
import type { EngineContext } from '../../engine.js';
import { Gaps, type Piece } from '../../recovery/gaps.js';
import { gapAhead } from './loader.js';

const types: Readonly<Record<string, Piece['type']>> = { main: 'video', audio: 'audio' };

/** Which fragments hls.js asks for, and what becomes of those that are missing. */
export class HlsGaps extends Gaps {
  readonly #video: HTMLVideoElement;
  readonly #frags = new Map<string, MediaFragment>();
  #hls: Hls | undefined;
  #leaveOut: (frag: MediaFragment) => void = () => undefined;

  constructor(context: EngineContext) {
    // hls.js takes another level by itself when it is refused a fragment; for sound it would take one that has the same sound.
    super(context, { swap: 'refusal', skip: 'refusal', none: 'refusal' }, ({ type }) =>
      type === 'video' ? (this.#hls?.levels.length ?? 1) : 1
    );
    this.#video = context.video;
  }

  /** Notes what a request is for. */
  announce(context: LoaderContext): void {
    const { frag } = context as LoaderContext & { frag?: Fragment };
    if (!frag || frag.sn === 'initSegment') return;
    const { sn, cc, type, level, start, duration } = frag;
    const piece = { type: types[type] ?? 'other', rendition: `${type} ${level}`, position: `${cc} ${sn}`, start, end: start + duration };
    this.announcePiece(context.url, piece);
    this.#frags.set(`${piece.type} ${start}`, frag as MediaFragment);
  }

  watch(hls: Hls, events: typeof Hls.Events): void {
    this.#hls = hls;
    // hls.js marks a fragment as a gap, which it will not ask for again, when it is told that appending it leads nowhere.
    this.#leaveOut = (frag) => {
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
      if (response?.code === gapAhead && frag && frag.sn !== 'initSegment') this.#leaveOut(frag as MediaFragment);
    });
    hls.on(events.FRAG_BUFFERED, (_, { frag }) => frag.sn !== 'initSegment' && !frag.gap && this.arrived(types[frag.type] ?? 'other'));
  }

  /** The decoder cannot do with this fragment, or with the one at which the video stands. */
  leaveOut(frag: Fragment | undefined): void {
    const url = frag?.url ?? this.pieceAt('video', this.#video.currentTime);
    const piece = url === undefined ? undefined : this.pieceOf(url);
    const wrong = frag ?? (piece && this.#frags.get(`${piece.type} ${piece.start}`));
    if (!url || !wrong) return;
    this.giveUp(url);
    this.#leaveOut(wrong as MediaFragment);
  }
}
