import type Hls from 'hls.js';
import type { ErrorData, Fragment, LoaderContext, MediaFragment } from 'hls.js';
import type { EngineContext } from '../../engine.js';
import { Gaps, type Piece } from '../../recovery/gaps.js';
import { gapAhead, rangeOf } from './loader.js';

const types: Readonly<Record<string, Piece['type']>> = { main: 'video', audio: 'audio' };

interface HlsPiece extends Piece {
  readonly frag: MediaFragment;
}

/** Which fragments hls.js asks for, and what becomes of those that are missing. */
export class HlsGaps extends Gaps<HlsPiece> {
  readonly #video: HTMLVideoElement;
  #hls: Hls | undefined;
  #leaveOut: (frag: MediaFragment) => void = () => undefined;

  constructor(context: EngineContext) {
    // hls.js takes another level by itself when it is refused a fragment; for sound it would take one that has the same sound.
    super(context, { swap: 'refusal', skip: 'refusal', none: 'refusal' }, ({ type }) => (type === 'video' ? this.#levels() : 1));
    this.#video = context.video;
  }

  /** How many levels hls.js has a choice of, the present one among them: no better than the picture is large, and none that failed. */
  #levels(): number {
    const { levels = [], loadLevel = -1, minAutoLevel = 0, maxAutoLevel = 0 } = this.#hls ?? {};
    const isOpen = (index: number) => index >= minAutoLevel && index <= maxAutoLevel && levels[index]!.loadError === 0;
    return levels.filter((_, index) => index === loadLevel || isOpen(index)).length;
  }

  /** Notes what a request is for, and returns its address. */
  announce(context: LoaderContext): string {
    const { frag } = context as LoaderContext & { frag?: Fragment };
    const address = this.addressOf(context.url, rangeOf(context));
    if (!frag || frag.sn === 'initSegment') return address;
    const { sn, cc, type, level, start, duration } = frag;
    this.announcePiece(address, {
      type: types[type] ?? 'other',
      rendition: `${type} ${level}`,
      position: `${cc} ${sn}`,
      start,
      end: start + duration,
      frag: frag as MediaFragment
    });
    return address;
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
  leaveOut(wrong: Fragment | undefined): void {
    const { currentTime } = this.#video;
    const address = this.findAddress(({ type, start, end, frag }) =>
      wrong ? frag.sn === wrong.sn && frag.url === wrong.url : type === 'video' && currentTime >= start - 0.05 && currentTime < end
    );
    const piece = address === undefined ? undefined : this.pieceOf(address);
    if (!address || !piece) return;
    this.giveUp(address);
    this.#leaveOut(piece.frag);
  }
}
