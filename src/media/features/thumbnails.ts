import { feature } from './feature.js';
import type { ThumbnailLoader, Thumbnail } from './lazy/thumbnail-loader.js';

export interface ThumbnailsState {
  /** Whether there are thumbnails. */
  readonly available: boolean;
}

export interface ThumbnailsCommands {
  /** Sets the WebVTT file, whose cues name an image and, with `#xywh=`, a region of it; empty for none. Fetches nothing yet. */
  use(url: string): void;
  /**
   * Resolves to the thumbnail at a time in seconds; undefined when there is none, or when it may show a withdrawn passage. Fetches the files
   * on the first request for them.
   */
  at(seconds: number): Promise<Thumbnail | undefined>;
}

/** Provides thumbnails for the seek bar, from the page or the manifest. They are fetched through the guard and never used as markup. */
export const thumbnails = feature<ThumbnailsState, ThumbnailsCommands>({
  initial: { available: false },

  setup(context, set) {
    const { guard, stream, signal } = context;
    let fileLifetime = new AbortController();
    let file: URL | undefined;
    let loader: ThumbnailLoader | undefined;
    const sync = () => set({ available: file !== undefined || stream.current.thumbnails });
    stream.subscribe(sync, signal);
    return {
      use(url) {
        fileLifetime.abort();
        fileLifetime = new AbortController();
        loader = undefined;
        file = url !== '' && URL.canParse(url, guard.base) ? new URL(url, guard.base) : undefined;
        sync();
      },
      async at(seconds) {
        const { signal: fileSignal } = fileLifetime;
        const code = await import('./lazy/thumbnail-loader.js').catch(() => undefined);
        if (!code || fileSignal.aborted || signal.aborted) return undefined;
        return (loader ??= new code.ThumbnailLoader(context, file, AbortSignal.any([fileSignal, signal]))).at(seconds);
      }
    };
  }
});
