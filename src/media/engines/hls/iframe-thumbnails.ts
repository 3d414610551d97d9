import type Hls from 'hls.js';
import type { Fragment, HlsConfig } from 'hls.js';
import { LimitedRetries } from '../../../lib/limited-retries.js';
import { listen, once } from '../../../lib/listen.js';

type FramePlayer = NonNullable<ReturnType<Hls['createIFramePlayer']>>;

/** Maximum wait for a frame after the seek to it, in milliseconds; in a hidden page the browser announces none. */
const maxPresentationMs = 1000;

/**
 * Renders thumbnails from the I-frame playlists of a stream, with a separate video element and decoder, which is created at the first
 * call.
 */
export class IFrameThumbnails {
  readonly #hls: Hls;
  readonly #events: typeof Hls.Events;
  readonly #loader: HlsConfig['loader'];
  readonly #video = Object.assign(document.createElement('video'), { muted: true });
  readonly #retries = new LimitedRetries();
  readonly #brokenFragments: Fragment[] = [];
  #player: FramePlayer | null | undefined;
  #attached = Promise.resolve();
  #latestCall = new AbortController();

  /** `loader` sends the requests; it differs from the main loader, which also handles missing fragments. */
  constructor(hls: Hls, events: typeof Hls.Events, loader: HlsConfig['loader'], signal: AbortSignal) {
    this.#hls = hls;
    this.#events = events;
    this.#loader = loader;
    listen(signal, 'abort', () => this.#latestCall.abort(), signal);
  }

  /**
   * Returns the last frame before a time in seconds; undefined when there is none, when it cannot be loaded, or when another call has
   * followed meanwhile.
   */
  async frameAt(seconds: number): Promise<ImageBitmap | undefined> {
    this.#latestCall.abort();
    const { signal } = (this.#latestCall = new AbortController());
    const brokenFragment = this.#brokenFragments.find(({ start, end }) => seconds >= start && seconds < end);
    if (!this.#retries.allows(keyOf(brokenFragment))) return undefined;
    const video = this.#video;
    const player = (this.#player ??= this.#create(seconds));
    if (!player) return undefined;
    const framePresented = new Promise<void>((resolve) => {
      if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => resolve());
      else resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const seekEnded = new Promise<boolean>((resolve) => {
      listen(video, 'seeked', () => resolve(true), signal);
      signal.addEventListener('abort', () => resolve(false), { once: true });
    });
    // hls.js never loads a frame that was requested before the media is attached if the playlist arrives first.
    void this.#attached.then(() => signal.aborted || player.loadMediaAt(seconds));
    if (!(await seekEnded) || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined;
    this.#retries.recordSuccess(keyOf(undefined));
    // At the end of a seek, Chromium on a busy device still has the frame of the last call, or none. It presents the new one a moment later.
    const timeout = () => once(AbortSignal.timeout(maxPresentationMs), 'abort');
    await Promise.race([framePresented, timeout()]);
    const draw = () => (signal.aborted ? undefined : createImageBitmap(video));
    return draw()?.catch(() => timeout().then(draw));
  }

  #create(seconds: number): FramePlayer | null {
    const player = this.#hls.createIFramePlayer({ loader: this.#loader });
    if (!player) return null;
    this.#attached = new Promise((resolve) => player.once(this.#events.MEDIA_ATTACHED, () => resolve()));
    player.attachMedia(this.#video);
    player.startLoad(seconds);
    player.on(this.#events.ERROR, (_, { frag, fatal, type }) => {
      if (!fatal && type !== 'networkError') return;
      this.#retries.recordFailure(keyOf(frag));
      if (frag && !this.#brokenFragments.includes(frag)) this.#brokenFragments.push(frag);
      this.#latestCall.abort();
      // The player would repeat the request by itself; the next call that may load creates another.
      this.#player = undefined;
      player.destroy();
    });
    return player;
  }
}

/** Without a media fragment, the playlist or its initialisation section failed. */
const keyOf = (fragment: Fragment | undefined): string => (typeof fragment?.sn === 'number' ? String(fragment.sn) : '');
