import type { MediaPlayerClass, Thumbnail } from 'dashjs';
import type { ThumbnailPlace } from '../../engine.js';

/** Where the picture of a moment is, in the tiles that the manifest names (DASH-IF IOP, 6.2.6); undefined where it names none. */
export function tileAt(player: MediaPlayerClass, seconds: number): Promise<ThumbnailPlace | undefined> {
  return new Promise((resolve) => {
    player.provideThumbnail(seconds, (tile: Thumbnail | null) => {
      if (!tile?.url) return resolve(undefined);
      const { url, x, y, width, height } = tile;
      resolve({ url: new URL(url, document.baseURI).href, x, y, width, height });
    });
  });
}
