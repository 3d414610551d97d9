import { readWebVtt, type VttCue } from '../../lib/webvtt.js';
import type { ThumbnailPlace } from '../engine.js';
import { feature, type FeatureContext } from '../feature.js';
import { Pictures } from './pictures.js';

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

/** Media fragments: https://www.w3.org/TR/media-frags/#naming-space */
const fragment = /#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;

/** One file of thumbnails: the page's own, which goes before the manifest's. */
class Strip {
  readonly #url: URL;
  readonly #pictures: Pictures;
  #cues: Promise<readonly VttCue[]> | undefined;

  constructor(url: URL, pictures: Pictures) {
    this.#url = url;
    this.#pictures = pictures;
  }

  async placeAt(seconds: number): Promise<ThumbnailPlace | undefined> {
    this.#cues ??= this.#pictures.fetch(this.#url.href, 'text').then(async (blob) => (blob ? readWebVtt(await blob.text()) : []));
    const cue = (await this.#cues).findLast(({ start }) => start <= seconds);
    if (!cue || !URL.canParse(cue.text, this.#url)) return undefined;
    const { href } = new URL(cue.text, this.#url);
    const [x = 0, y = 0, width, height] = fragment.exec(href)?.slice(1).map(Number) ?? [];
    return { url: href.replace(/#.*$/, ''), x, y, width, height };
  }
}

/** Small pictures of the film, for the time line: the page's, or those that the manifest names. They come through the guard and are never markup. */
export const thumbnails = feature<ThumbnailsState, ThumbnailsCommands>({
  initial: { available: false },

  attach(context, set) {
    const sync = () => set({ available: named.has(context) || context.stream.current.thumbnails });
    announce.set(context, sync);
    context.stream.subscribe(sync, context.signal);
  },

  commands(context) {
    const { guard, session, signal } = context;
    let life = new AbortController();
    let pictures = new Pictures(context, signal);
    let strip: Strip | undefined;
    return {
      use(url) {
        life.abort();
        life = new AbortController();
        pictures = new Pictures(context, AbortSignal.any([life.signal, signal]));
        const found = url !== '' && URL.canParse(url, guard.base);
        strip = found ? new Strip(new URL(url, guard.base), pictures) : undefined;
        if (found) named.add(context);
        else named.delete(context);
        announce.get(context)?.();
      },
      async at(seconds) {
        const until = life.signal;
        const found = strip ? await strip.placeAt(seconds) : await session.engine?.thumbnailAt?.(seconds);
        const whole = found instanceof ImageBitmap;
        const image = whole ? found : found && (await pictures.image(found.url));
        if (!image || until.aborted || signal.aborted) return undefined;
        const { x, y, width = image.width, height = image.height } = whole ? { x: 0, y: 0 } : found!;
        return width > 0 && height > 0 && x < image.width && y < image.height ? { image, x, y, width, height } : undefined;
      }
    };
  }
});

/** How a player's commands reach its state, and the players whose page named a file. */
const announce = new WeakMap<FeatureContext, () => void>();
const named = new WeakSet<FeatureContext>();
