import { drawCovered, type Section } from './draw-covered.js';
import type { Mask } from './mask.js';

interface Thumbnail extends Section {
  readonly image: ImageBitmap;
}

/** Returns a thumbnail with masks over it. @throws TypeError when the browser cannot draw on a canvas */
export async function coverThumbnail({ image, ...section }: Thumbnail, masks: readonly Mask[]): Promise<Thumbnail> {
  const { width, height } = section;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new TypeError('This browser cannot draw on a canvas.');
  drawCovered(context, image, section, masks);
  return { image: await createImageBitmap(context.canvas), x: 0, y: 0, width, height };
}
