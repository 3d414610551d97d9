import { BoundedMap } from '../../lib/bounded-map.js';
import { readLimited } from '../../lib/read-limited.js';
import type { Player } from '../../media/index.js';

const maxBytes = 8 * 1024 * 1024;
/** Maximum number of images in memory, as they were sent. */
const maxImages = 24;

const imagesByPlayer = new WeakMap<Player, BoundedMap<string, Promise<Blob | undefined>>>();

/**
 * Fetches the image of a chapter through the guard, once. Resolves to undefined when the request is blocked or fails, because a chapter
 * is complete without its image.
 */
export function fetchImage(player: Player, url: string): Promise<Blob | undefined> {
  const playerImages = imagesByPlayer.get(player) ?? new BoundedMap<string, Promise<Blob | undefined>>(maxImages, () => undefined);
  imagesByPlayer.set(player, playerImages);
  const image = playerImages.get(url) ?? fetchBlob(player, url);
  playerImages.set(url, image);
  return image;
}

async function fetchBlob({ session }: Player, url: string): Promise<Blob | undefined> {
  try {
    const response = await session.guard.fetch(url, 'image', {});
    return response.ok ? await readLimited(response, maxBytes) : undefined;
  } catch {
    return undefined;
  }
}
