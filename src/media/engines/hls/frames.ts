import type Hls from 'hls.js';
import type { HlsConfig } from 'hls.js';
import { listen } from '../../../lib/listen.js';

/** As much of hls.js's player for I-frames as is used. */
interface FramePlayer {
  attachMedia(video: HTMLVideoElement): void;
  loadMediaAt(seconds: number): void;
}

/** The playlist's own pictures of a stream, each a film of one frame; drawn by a decoder of their own, which is made at the first call. */
export class IFrames {
  readonly #hls: Hls;
  readonly #loader: HlsConfig['loader'];
  readonly #signal: AbortSignal;
  readonly #video = Object.assign(document.createElement('video'), { muted: true });
  #player: FramePlayer | null | undefined;
  #latest = new AbortController();

  /** `loader` fetches; the one of the film also looks after what is missing there. */
  constructor(hls: Hls, loader: HlsConfig['loader'], signal: AbortSignal) {
    this.#hls = hls;
    this.#loader = loader;
    this.#signal = signal;
  }

  /** The frame nearest before a moment in seconds; undefined where there is none, or where another was asked for meanwhile. */
  async at(seconds: number): Promise<ImageBitmap | undefined> {
    this.#latest.abort();
    const { signal } = (this.#latest = new AbortController());
    const video = this.#video;
    if (this.#player === undefined) {
      this.#player = this.#hls.createIFramePlayer({ loader: this.#loader });
      this.#player?.attachMedia(video);
      listen(this.#signal, 'abort', () => this.#latest.abort(), this.#signal);
    }
    if (!this.#player) return undefined;
    const seen = new Promise<boolean>((resolve) => {
      listen(video, 'seeked', () => resolve(true), signal);
      signal.addEventListener('abort', () => resolve(false), { once: true });
    });
    this.#player.loadMediaAt(seconds);
    return (await seen) && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? createImageBitmap(video) : undefined;
  }
}
