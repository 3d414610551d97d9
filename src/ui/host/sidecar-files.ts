import { listen } from '../../lib/listen.js';
import { readLimited } from '../../lib/read-limited.js';
import type { Player } from '../../media/index.js';

type TrackOptions = Pick<HTMLTrackElement, 'src' | 'kind' | 'srclang' | 'label' | 'default'>;

/** Maximum file sizes in bytes. Captions of a whole day take about 4 MB; a larger file is rejected. */
const maxBytes = { text: 16 * 1024 * 1024, image: 32 * 1024 * 1024 } as const;

/** Returns a key that identifies a track. */
const keyOf = ({ src, kind, srclang, label, default: chosen }: TrackOptions): string => JSON.stringify([src, kind, srclang, label, chosen]);

/** A track of the page, mirrored in the inner video. */
interface InnerTrack {
  readonly key: string;
  readonly src: string;
  readonly element: HTMLTrackElement;
  readonly life: AbortController;
  /** Whether its file has been requested. */
  requested: boolean;
}

/**
 * Converts the file of a track at a URL to WebVTT, which the browser can parse. Works in slices, so that a long file does not block the
 * page.
 */
async function toReadableBlob(bytes: Blob, kind: string, url: string): Promise<Blob> {
  const { toWebVttInSlices } = await import('../../lib/captions-file.js');
  const text = await toWebVttInSlices(await bytes.text(), {
    drawn: kind !== 'metadata',
    chaptersUrl: kind === 'chapters' ? url : undefined
  });
  return new Blob([text], { type: 'text/vtt' });
}

/**
 * Loads the sidecar files of the media: poster, captions, chapters, thumbnails. They are fetched through the guard and reach the inner
 * video as `blob:` URLs, which are revoked after use. Everything ends when the signal aborts.
 */
export class SidecarFiles {
  readonly #player: Player;
  readonly #video: HTMLVideoElement;
  readonly #signal: AbortSignal;
  #posterLife = new AbortController();
  #poster = '';
  #tracks: readonly InnerTrack[] = [];
  #thumbnails = '';

  constructor(player: Player, video: HTMLVideoElement, end: AbortSignal) {
    this.#player = player;
    this.#video = video;
    this.#signal = end;
    listen(video.textTracks, 'change addtrack', () => this.#loadShown(), end);
  }

  /** Replaces the poster; an empty URL removes it. */
  async showPoster(url: string): Promise<void> {
    if (url === this.#poster) return;
    this.#poster = url;
    this.#posterLife.abort();
    this.#posterLife = new AbortController();
    const signal = AbortSignal.any([this.#posterLife.signal, this.#signal]);
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
   * Adds a track to the inner video for each `<track>` of the page, and one for the chapters file at `chapters`. A file is fetched when
   * its track is first enabled; other tracks cause no request. A track that already exists is kept, with the viewer's selection.
   */
  setTracks(written: readonly TrackOptions[], chapters = ''): void {
    const tracks = chapters ? [...written, { src: chapters, kind: 'chapters', srclang: '', label: '', default: false }] : written;
    const others = [...this.#tracks];
    const kept = tracks.map((track) => {
      const at = others.findIndex(({ key }) => key === keyOf(track));
      return at < 0 ? undefined : others.splice(at, 1)[0];
    });
    for (const { life } of others) life.abort();
    let last: InnerTrack | undefined;
    this.#tracks = tracks.map((track, index) => (last = kept[index] ?? this.#add(track, last?.element)));
    this.#disableNewTracks();
  }

  /** Disables new tracks explicitly, because while one track is shown Chromium also shows new ones whose mode no script has set. */
  #disableNewTracks(): void {
    if (![...this.#video.textTracks].some(({ mode }) => mode === 'showing')) return;
    for (const { requested, element } of this.#tracks) {
      const { track } = element;
      if (!requested && track.mode === 'disabled') for (const mode of ['hidden', 'disabled'] as const) track.mode = mode;
    }
  }

  #add(track: TrackOptions, after: HTMLTrackElement | undefined): InnerTrack {
    const { kind, label, srclang, src, default: chosen } = track;
    // The browser shows a default track; setting a mode by script at this moment would also enable the neighbouring tracks in Chromium.
    const element = Object.assign(document.createElement('track'), { kind, label, srclang, default: chosen });
    const life = new AbortController();
    if (after) after.after(element);
    else this.#video.prepend(element);
    AbortSignal.any([life.signal, this.#signal]).addEventListener('abort', () => element.remove(), { once: true });
    return { key: keyOf(track), src, element, life, requested: false };
  }

  #loadShown(): void {
    for (const track of this.#tracks) {
      if (track.requested || track.element.track.mode === 'disabled') continue;
      track.requested = true;
      void this.#loadFile(track);
    }
  }

  /** Sets the thumbnails file; the player fetches it when the viewer first points at the seek bar. */
  setThumbnails(url: string): void {
    if (url === this.#thumbnails) return;
    this.#thumbnails = url;
    this.#player.thumbnails.use(url);
  }

  async #loadFile({ element, src, life }: InnerTrack): Promise<void> {
    const signal = AbortSignal.any([life.signal, this.#signal]);
    const blob = await this.#blobUrl(src, 'text', signal, (bytes) =>
      toReadableBlob(bytes, element.kind, new URL(src, this.#video.baseURI).href)
    );
    if (!blob) return;
    // After parsing, the cues are in memory and the bytes are not needed.
    const done = () => URL.revokeObjectURL(blob);
    for (const type of ['load', 'error']) element.addEventListener(type, done, { once: true });
    signal.addEventListener('abort', done, { once: true });
    element.src = blob;
  }

  /** Fetches a file as a `blob:` URL; undefined when the request was blocked or failed. */
  async #blobUrl(
    url: string,
    kind: 'image' | 'text',
    signal: AbortSignal,
    convert?: (bytes: Blob) => Promise<Blob>
  ): Promise<string | undefined> {
    try {
      const response = await this.#player.session.guard.fetch(url, kind, { signal });
      if (!response.ok) return undefined;
      const bytes = await readLimited(response, maxBytes[kind]);
      const blob = convert ? await convert(bytes) : bytes;
      return signal.aborted ? undefined : URL.createObjectURL(blob);
    } catch {
      // Playback works without a poster or captions, and the guard has already logged a blocked request.
      return undefined;
    }
  }
}
