import { feature, type FeatureContext } from '../feature.js';
import type { FilmStrip } from './film-strip.js';

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

/** Small pictures of the film, for the time line: the page's, or those that the manifest names. They come through the guard and are never markup. */
export const thumbnails = feature<ThumbnailsState, ThumbnailsCommands>({
  initial: { available: false },

  attach(context, set) {
    const sync = () => set({ available: named.has(context) || context.stream.current.thumbnails });
    announce.set(context, sync);
    context.stream.subscribe(sync, context.signal);
  },

  commands(context) {
    const { guard, signal } = context;
    let life = new AbortController();
    let file: URL | undefined;
    let strip: FilmStrip | undefined;
    return {
      use(url) {
        life.abort();
        life = new AbortController();
        strip = undefined;
        file = url !== '' && URL.canParse(url, guard.base) ? new URL(url, guard.base) : undefined;
        if (file) named.add(context);
        else named.delete(context);
        announce.get(context)?.();
      },
      async at(seconds) {
        const { signal: until } = life;
        const code = await import('./film-strip.js').catch(() => undefined);
        if (!code || until.aborted || signal.aborted) return undefined;
        return (strip ??= new code.FilmStrip(context, file, AbortSignal.any([until, signal]))).at(seconds);
      }
    };
  }
});

/** How a player's commands reach its state, and the players whose page named a file. */
const announce = new WeakMap<FeatureContext, () => void>();
const named = new WeakSet<FeatureContext>();
