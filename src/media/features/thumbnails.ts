import { readLimited } from '../../lib/read-limited.js';
import { readWebVtt, type VttCue } from '../../lib/webvtt.js';
import { feature, type FeatureContext } from '../feature.js';

/** A small picture of one moment: a piece of a larger one, in its pixels. */
export interface Thumbnail {
  readonly image: ImageBitmap;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ThumbnailsState {
  /** There are pictures to be asked for. */
  readonly available: boolean;
}

export interface ThumbnailsCommands {
  /** Names the WebVTT file, in which each cue names a picture and, with `#xywh=`, a piece of it; empty for none. Fetches nothing yet. */
  use(url: string): void;
  /** The picture of a moment in seconds; undefined where there is none. The files are fetched when they are first asked for. */
  at(seconds: number): Promise<Thumbnail | undefined>;
}

const mostBytes = { text: 4 * 1024 * 1024, image: 32 * 1024 * 1024 } as const;
/** Pictures that are kept decoded; a film has one or a few. */
const mostImages = 4;

/** Media fragments: https://www.w3.org/TR/media-frags/#naming-space */
const fragment = /#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;

/** One file of thumbnails, fetched piece by piece as it is asked for. */
class Strip {
  readonly #context: FeatureContext;
  readonly #url: URL;
  readonly #life: AbortSignal;
  #cues: Promise<readonly VttCue[]> | undefined;
  readonly #images = new Map<string, Promise<ImageBitmap | undefined>>();

  constructor(context: FeatureContext, url: URL, life: AbortSignal) {
    this.#context = context;
    this.#url = url;
    this.#life = life;
    life.addEventListener('abort', () => [...this.#images.keys()].forEach((address) => this.#drop(address)), { once: true });
  }

  async at(seconds: number): Promise<Thumbnail | undefined> {
    this.#cues ??= this.#fetch(this.#url.href, 'text').then(async (blob) => (blob ? readWebVtt(await blob.text()) : []));
    const cue = (await this.#cues).findLast(({ start }) => start <= seconds);
    if (!cue || !URL.canParse(cue.text, this.#url)) return undefined;
    const { href } = new URL(cue.text, this.#url);
    const image = await this.#image(href.replace(/#.*$/, ''));
    if (!image || this.#life.aborted) return undefined;
    const [x, y, width, height] = (fragment.exec(href)?.slice(1) ?? [0, 0, image.width, image.height]).map(Number) as [
      number,
      number,
      number,
      number
    ];
    return width > 0 && height > 0 && x < image.width && y < image.height ? { image, x, y, width, height } : undefined;
  }

  #image(address: string): Promise<ImageBitmap | undefined> {
    const image = this.#images.get(address) ?? this.#fetch(address, 'image').then((blob) => blob && decode(blob));
    this.#images.delete(address);
    this.#images.set(address, image);
    const [oldest] = this.#images.keys();
    if (this.#images.size > mostImages) this.#drop(oldest!);
    return image;
  }

  #drop(address: string): void {
    void this.#images.get(address)?.then((image) => image?.close());
    this.#images.delete(address);
  }

  /** Undefined when it was refused or did not come: a time line without pictures still seeks. */
  async #fetch(url: string, kind: 'text' | 'image'): Promise<Blob | undefined> {
    try {
      const response = await this.#context.guard.fetch(url, kind, { signal: this.#life });
      return response.ok ? await readLimited(response, mostBytes[kind]) : undefined;
    } catch {
      return undefined;
    }
  }
}

const decode = (blob: Blob): Promise<ImageBitmap | undefined> => createImageBitmap(blob).catch(() => undefined);

/** Small pictures of the film, for the time line; they come through the guard and are never markup. */
export const thumbnails = feature<ThumbnailsState, ThumbnailsCommands>({
  initial: { available: false },

  attach(context, set) {
    announce.set(context, (available) => set({ available }));
  },

  commands(context) {
    let strip: Strip | undefined;
    let life = new AbortController();
    return {
      use(url) {
        life.abort();
        life = new AbortController();
        const { base } = context.guard;
        const named = url !== '' && URL.canParse(url, base);
        strip = named ? new Strip(context, new URL(url, base), AbortSignal.any([life.signal, context.signal])) : undefined;
        announce.get(context)?.(named);
      },
      at: async (seconds) => strip?.at(seconds)
    };
  }
});

/** How a player's commands reach its state. */
const announce = new WeakMap<FeatureContext, (available: boolean) => void>();
