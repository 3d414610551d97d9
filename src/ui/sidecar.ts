import { listen } from '../lib/listen.js';
import { readLimited } from '../lib/read-limited.js';
import type { Player } from '../media/index.js';

type TrackOptions = Pick<HTMLTrackElement, 'src' | 'kind' | 'srclang' | 'label' | 'default'>;

/** Bytes. The captions of a day are some 4 MB; a file that is longer is none. */
const longest = { text: 16 * 1024 * 1024, image: 32 * 1024 * 1024 } as const;

/** What tells one set of tracks from another. */
const keyOf = (tracks: readonly TrackOptions[]): string =>
  JSON.stringify(tracks.map(({ src, kind, srclang, label, default: chosen }) => [src, kind, srclang, label, chosen]));

/** A file of captions as the browser can read it. */
async function readable(bytes: Blob): Promise<Blob> {
  const { toWebVtt } = await import('../lib/captions-file.js');
  return new Blob([toWebVtt(await bytes.text())], { type: 'text/vtt' });
}

/**
 * The files beside the film: poster, captions, chapters, thumbnails. All of them come through the guard and reach the inner video as `blob:` URLs,
 * which are given back as soon as they have served. Everything ends with the signal.
 */
export class Sidecar {
  readonly #player: Player;
  readonly #video: HTMLVideoElement;
  readonly #end: AbortSignal;
  #posterLife = new AbortController();
  #tracksLife = new AbortController();
  #poster = '';
  #tracks = keyOf([]);
  #thumbnails = '';

  constructor(player: Player, video: HTMLVideoElement, end: AbortSignal) {
    this.#player = player;
    this.#video = video;
    this.#end = end;
  }

  /** Shows a poster in the place of the last one; an empty address shows none. */
  async showPoster(url: string): Promise<void> {
    if (url === this.#poster) return;
    this.#poster = url;
    this.#posterLife.abort();
    this.#posterLife = new AbortController();
    const signal = AbortSignal.any([this.#posterLife.signal, this.#end]);
    const poster = url && (await this.#blobUrl(url, 'image', signal));
    if (!poster) return;
    const video = this.#video;
    video.poster = poster;
    const end = () => {
      if (video.poster === poster) video.removeAttribute('poster');
      URL.revokeObjectURL(poster);
    };
    signal.addEventListener('abort', end, { once: true });
  }

  /**
   * Gives the inner video a track for each `<track>` of the page, and one for the file of chapters at `chapters`. A track's file is fetched when it is first shown; the tracks
   * that nobody chooses cost nothing.
   */
  setTracks(written: readonly TrackOptions[], chapters = ''): void {
    const tracks = chapters ? [...written, { src: chapters, kind: 'chapters', srclang: '', label: '', default: false }] : written;
    if (keyOf(tracks) === this.#tracks) return;
    this.#tracks = keyOf(tracks);
    this.#tracksLife.abort();
    this.#tracksLife = new AbortController();
    const signal = AbortSignal.any([this.#tracksLife.signal, this.#end]);
    const waiting = new Map<HTMLTrackElement, string>();
    const fetchShown = () => {
      for (const [inner, url] of waiting) {
        if (inner.track.mode === 'disabled') continue;
        waiting.delete(inner);
        void this.#fill(inner, url, signal);
      }
    };
    for (const { kind, label, srclang, src, default: chosen } of tracks) {
      // The browser shows a default track by itself; a mode set by hand at this moment would switch on its neighbours too (Chromium).
      const inner = Object.assign(document.createElement('track'), { kind, label, srclang, default: chosen });
      waiting.set(inner, src);
      this.#video.append(inner);
      signal.addEventListener('abort', () => inner.remove(), { once: true });
    }
    listen(this.#video.textTracks, 'change addtrack', fetchShown, signal);
  }

  /** Names the file of thumbnails; the player fetches it when the viewer first points at the time line. */
  setThumbnails(url: string): void {
    if (url === this.#thumbnails) return;
    this.#thumbnails = url;
    this.#player.thumbnails.use(url);
  }

  async #fill(inner: HTMLTrackElement, url: string, signal: AbortSignal): Promise<void> {
    const blob = await this.#blobUrl(url, 'text', signal);
    if (!blob) return;
    // Once read, the cues are in memory and the bytes have done their duty.
    const done = () => URL.revokeObjectURL(blob);
    for (const type of ['load', 'error']) inner.addEventListener(type, done, { once: true });
    signal.addEventListener('abort', done, { once: true });
    inner.src = blob;
  }

  /** Undefined when the bytes were refused or did not come. */
  async #blobUrl(url: string, kind: 'image' | 'text', signal: AbortSignal): Promise<string | undefined> {
    try {
      const response = await this.#player.session.guard.fetch(url, kind, { signal });
      if (!response.ok) return undefined;
      const bytes = await readLimited(response, longest[kind]);
      const blob = kind === 'text' ? await readable(bytes) : bytes;
      return signal.aborted ? undefined : URL.createObjectURL(blob);
    } catch {
      // A player without its poster or a caption file still plays; a refusal is in the guard's book already.
      return undefined;
    }
  }
}
