import { expect } from 'chai';
import { JetPreview } from '../../../src/ui/elements/jet-preview.js';
import { registerAll } from '../../../src/ui/lit/register.js';
import { until } from '../../support/until.js';

registerAll({ 'jet-preview': JetPreview });

/** Creates an image with two tiles of 10 x 10 pixels, each in one colour. */
function createTiles(left: string, right: string): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(20, 10);
  const context = canvas.getContext('2d')!;
  for (const [index, color] of [left, right].entries()) {
    context.fillStyle = color;
    context.fillRect(index * 10, 0, 10, 10);
  }
  return createImageBitmap(canvas);
}

describe('jet-preview', () => {
  it('shows the tile of each position, even if another image has a tile at the same place', async () => {
    const [firstImage, secondImage] = [await createTiles('#f00', '#0f0'), await createTiles('#00f', '#ff0')];
    const tiles = [
      [firstImage, 0, '255,0,0'],
      [firstImage, 10, '0,255,0'],
      [secondImage, 10, '255,255,0'],
      [secondImage, 0, '0,0,255'],
      [firstImage, 0, '255,0,0']
    ] as const;
    const preview = document.createElement('jet-preview');
    preview.thumbnailAt = (seconds) => {
      const [image, x] = tiles[seconds]!;
      return Promise.resolve({ image, x, y: 0, width: 10, height: 10 });
    };
    document.body.append(preview);
    for (const [seconds, [, , color]] of tiles.entries()) {
      preview.seconds = seconds;
      await preview.updateComplete;
      await new Promise(requestAnimationFrame);
      const canvas = preview.shadowRoot!.querySelector('canvas')!;
      expect([...canvas.getContext('2d')!.getImageData(5, 5, 1, 1).data.slice(0, 3)].join(), `position ${seconds}`).to.equal(color);
    }
    preview.remove();
  });

  it('hides its canvas at a position without a thumbnail, and shows it again at the next position', async () => {
    const image = await createTiles('#f00', '#0f0');
    const preview = document.createElement('jet-preview');
    preview.thumbnailAt = (seconds) => Promise.resolve(seconds === 1 ? undefined : { image, x: 0, y: 0, width: 10, height: 10 });
    document.body.append(preview);
    const canvas = () => preview.shadowRoot!.querySelector('canvas')!;
    for (const [seconds, hidden] of [false, true, false].entries()) {
      preview.seconds = seconds;
      await preview.updateComplete;
      await until('the canvas is shown or hidden', () => canvas().hidden === hidden);
    }
    preview.remove();
  });
});
