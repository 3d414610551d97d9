import type { Mask } from './mask.js';

interface Size {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A rectangle of an image, in its pixels. */
export interface Section extends Size {
  readonly x: number;
  readonly y: number;
}

/**
 * Draws a frame with opaque masks over it, in its own size, on the canvas of a context. A mask is widened to whole pixels, so that no part
 * of its region shines through at an edge.
 * @param section the rectangle of `image` that is the frame
 */
export function drawCovered(
  context: CanvasRenderingContext2D,
  image: CanvasImageSource,
  { x, y, width, height }: Section,
  masks: readonly Mask[]
): void {
  const { canvas } = context;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.drawImage(image, x, y, width, height, 0, 0, width, height);
  context.fillStyle = '#000';
  for (const mask of masks) {
    const left = Math.floor((mask.x / 100) * width);
    const top = Math.floor((mask.y / 100) * height);
    const right = Math.ceil(((mask.x + mask.width) / 100) * width);
    const bottom = Math.ceil(((mask.y + mask.height) / 100) * height);
    context.fillRect(left, top, right - left, bottom - top);
  }
}
