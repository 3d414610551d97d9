import { listen } from '../lib/listen.js';
import { readLimited } from '../lib/read-limited.js';
import type { Player } from '../media/index.js';

type TrackOptions = Pick<HTMLTrackElement, 'src' | 'kind' | 'srclang' | 'label' | 'default'>;

/** Bytes. The captions of a day are some 4 MB; a file that is longer is none. */
const longest = { text: 16 * 1024 * 1024, image: 32 * 1024 * 1024 } as const;

/** What tells one track from another. */
const keyOf = ({ src, kind, srclang, label, default: chosen }: TrackOptions): string => JSON.stringify([src, kind, srclang, label, chosen]);

/** A track of the page inside the player. */
interface Inner {
  readonly key: string;
  readonly src: string;
  readonly element: HTMLTrackElement;
  readonly life: AbortController;
  /** Its file is on its way, or there. */
  asked: boolean;
}

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
  #poster = '';
  #tracks: readonly Inner[] = [];
  #thumbnails = '';

  constructor(player: Player, video: HTMLVideoElement, end: AbortSignal) {
    this.#player = player;
    this.#video = video;
    this.#end = end;
    listen(video.textTracks, 'change addtrack', () => this.#fillShown(), end);
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
   * that nobody chooses cost nothing. A track that was there before stays the same, with all that the viewer made of it.
   */
  setTracks(written: readonly TrackOptions[], chapters = ''): void {
    const tracks = chapters ? [...written, { src: chapters, kind: 'chapters', srclang: '', label: '', default: false }] : written;
    const others = [...this.#tracks];
    const stay = tracks.map((track) => {
      const at = others.findIndex(({ key }) => key === keyOf(track));
      return at < 0 ? undefined : others.splice(at, 1)[0];
    });
    for (const { life } of others) life.abort();
    let last: Inner | undefined;
    this.#tracks = tracks.map((track, index) => (last = stay[index] ?? this.#add(track, last?.element)));
    this.#calm();
  }

  /** Where one is shown, Chromium shows every one that comes as well, unless a script has ever set its mode: to whatever it was. */
  #calm(): void {
    if (![...this.#video.textTracks].some(({ mode }) => mode === 'showing')) return;
    for (const { asked, element } of this.#tracks) {
      const { track } = element;
      if (!asked && track.mode === 'disabled') for (const mode of ['hidden', 'disabled'] as const) track.mode = mode;
    }
  }

  #add(track: TrackOptions, after: HTMLTrackElement | undefined): Inner {
    const { kind, label, srclang, src, default: chosen } = track;
    // The browser shows a default track by itself; a mode set by hand at this moment would switch on its neighbours too (Chromium).
    const element = Object.assign(document.createElement('track'), { kind, label, srclang, default: chosen });
    const life = new AbortController();
    if (after) after.after(element);
    else this.#video.prepend(element);
    AbortSignal.any([life.signal, this.#end]).addEventListener('abort', () => element.remove(), { once: true });
    return { key: keyOf(track), src, element, life, asked: false };
  }

  #fillShown(): void {
    for (const track of this.#tracks) {
      if (track.asked || track.element.track.mode === 'disabled') continue;
      track.asked = true;
      void this.#fill(track);
    }
  }

  /** Names the file of thumbnails; the player fetches it when the viewer first points at the time line. */
  setThumbnails(url: string): void {
    if (url === this.#thumbnails) return;
    this.#thumbnails = url;
    this.#player.thumbnails.use(url);
  }

  async #fill({ element, src, life }: Inner): Promise<void> {
    const signal = AbortSignal.any([life.signal, this.#end]);
    const blob = await this.#blobUrl(src, 'text', signal);
    if (!blob) return;
    // Once read, the cues are in memory and the bytes have done their duty.
    const done = () => URL.revokeObjectURL(blob);
    for (const type of ['load', 'error']) element.addEventListener(type, done, { once: true });
    signal.addEventListener('abort', done, { once: true });
    element.src = blob;
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
