import type { MediaPlayerClass, Thumbnail } from 'dashjs';
import type { ThumbnailPlace } from '../../stream.js';

/**
 * Returns the thumbnail at a time in seconds, as a tile of an image that the manifest names (DASH-IF IOP, 6.2.6); undefined when there is
 * none.
 */
export function tileAt(player: MediaPlayerClass, seconds: number): Promise<ThumbnailPlace | undefined> {
  return new Promise((resolve) => {
    player.provideThumbnail(seconds, (tile: Thumbnail | null) => {
      if (!tile?.url) return resolve(undefined);
      const { url, x, y, width, height } = tile;
      resolve({ url: new URL(url, document.baseURI).href, x, y, width, height });
    });
  });
}
