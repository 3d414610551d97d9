import { listen } from '../../lib/listen.js';
import { readLimited } from '../../lib/read-limited.js';
import type { Player } from '../../media/index.js';

type TrackOptions = Pick<HTMLTrackElement, 'src' | 'kind' | 'srclang' | 'label' | 'default'>;

/** Maximum file sizes in bytes. Captions of a whole day take about 4 MB; a larger file is rejected. */
const maxBytes = { text: 16 * 1024 * 1024, image: 32 * 1024 * 1024 } as const;

/** Returns a key that identifies a track. */
const keyOf = ({ src, kind, srclang, label, default: isDefault }: TrackOptions): string =>
  JSON.stringify([src, kind, srclang, label, isDefault]);

/** A track of the page, mirrored in the inner video. */
interface InnerTrack {
  readonly key: string;
  readonly src: string;
  readonly element: HTMLTrackElement;
  readonly lifetime: AbortController;
  /** Whether its file has been requested. */
  fileRequested: boolean;
}

/**
 * Converts the file of a track at a URL to WebVTT, which the browser can parse. Works in slices, so that a long file does not block the
 * page.
 */
async function toWebVttBlob(bytes: Blob, kind: string, url: string): Promise<Blob> {
  const { toWebVttInSlices } = await import('../../lib/captions-file.js');
  const text = await toWebVttInSlices(await bytes.text(), {
    isRendered: kind !== 'metadata',
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
  #posterLifetime = new AbortController();
  #posterUrl = '';
  #tracks: readonly InnerTrack[] = [];
  #thumbnailsUrl = '';

  constructor(player: Player, video: HTMLVideoElement, signal: AbortSignal) {
    this.#player = player;
    this.#video = video;
    this.#signal = signal;
    listen(video.textTracks, 'change addtrack', () => this.#loadEnabledTracks(), signal);
  }

  /** Replaces the poster; an empty URL removes it. */
  async showPoster(url: string): Promise<void> {
    if (url === this.#posterUrl) return;
    this.#posterUrl = url;
    this.#posterLifetime.abort();
    this.#posterLifetime = new AbortController();
    const signal = AbortSignal.any([this.#posterLifetime.signal, this.#signal]);
    const blobUrl = url && (await this.#fetchBlobUrl(url, 'image', signal));
    if (!blobUrl) return;
    const video = this.#video;
    video.poster = blobUrl;
    const removePoster = () => {
      if (video.poster === blobUrl) video.removeAttribute('poster');
      URL.revokeObjectURL(blobUrl);
    };
    signal.addEventListener('abort', removePoster, { once: true });
  }

  /**
   * Adds a track to the inner video for each `<track>` of the page, and one for the chapters file at `chapters`. A file is fetched when
   * its track is first enabled; other tracks cause no request. A track that already exists is kept, with the viewer's selection.
   */
  setTracks(pageTracks: readonly TrackOptions[], chapters = ''): void {
    const tracks = chapters ? [...pageTracks, { src: chapters, kind: 'chapters', srclang: '', label: '', default: false }] : pageTracks;
    const removedTracks = [...this.#tracks];
    const existingTracks = tracks.map((track) => {
      const index = removedTracks.findIndex(({ key }) => key === keyOf(track));
      return index < 0 ? undefined : removedTracks.splice(index, 1)[0];
    });
    for (const { lifetime } of removedTracks) lifetime.abort();
    let previousTrack: InnerTrack | undefined;
    this.#tracks = tracks.map((track, index) => (previousTrack = existingTracks[index] ?? this.#addTrack(track, previousTrack?.element)));
    this.#disableNewTracks();
  }

  /** Disables new tracks explicitly, because while one track is shown Chromium also shows new ones whose mode no script has set. */
  #disableNewTracks(): void {
    if (![...this.#video.textTracks].some(({ mode }) => mode === 'showing')) return;
    for (const { fileRequested, element } of this.#tracks) {
      const { track } = element;
      if (!fileRequested && track.mode === 'disabled') for (const mode of ['hidden', 'disabled'] as const) track.mode = mode;
    }
  }

  #addTrack(track: TrackOptions, precedingElement: HTMLTrackElement | undefined): InnerTrack {
    const { kind, label, srclang, src, default: isDefault } = track;
    // The browser shows a default track; setting a mode by script at this moment would also enable the neighbouring tracks in Chromium.
    const element = Object.assign(document.createElement('track'), { kind, label, srclang, default: isDefault });
    const lifetime = new AbortController();
    if (precedingElement) precedingElement.after(element);
    else this.#video.prepend(element);
    AbortSignal.any([lifetime.signal, this.#signal]).addEventListener('abort', () => element.remove(), { once: true });
    return { key: keyOf(track), src, element, lifetime, fileRequested: false };
  }

  #loadEnabledTracks(): void {
    for (const track of this.#tracks) {
      if (track.fileRequested || track.element.track.mode === 'disabled') continue;
      track.fileRequested = true;
      void this.#loadFile(track);
    }
  }

  /** Sets the thumbnails file; the player fetches it when the viewer first points at the seek bar. */
  setThumbnails(url: string): void {
    if (url === this.#thumbnailsUrl) return;
    this.#thumbnailsUrl = url;
    this.#player.thumbnails.use(url);
  }

  async #loadFile({ element, src, lifetime }: InnerTrack): Promise<void> {
    const signal = AbortSignal.any([lifetime.signal, this.#signal]);
    const blobUrl = await this.#fetchBlobUrl(src, 'text', signal, (bytes) =>
      toWebVttBlob(bytes, element.kind, new URL(src, this.#video.baseURI).href)
    );
    if (!blobUrl) return;
    // After parsing, the cues are in memory and the bytes are not needed.
    const revoke = () => URL.revokeObjectURL(blobUrl);
    for (const type of ['load', 'error']) element.addEventListener(type, revoke, { once: true });
    signal.addEventListener('abort', revoke, { once: true });
    element.src = blobUrl;
  }

  /** Fetches a file as a `blob:` URL; undefined when the request was blocked or failed. */
  async #fetchBlobUrl(
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
