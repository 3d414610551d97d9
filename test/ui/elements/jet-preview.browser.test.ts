import { expect } from 'chai';
import { JetPreview } from '../../../src/ui/elements/jet-preview.js';
import { registerAll } from '../../../src/ui/lit/register.js';
import { until } from '../../support/until.js';

registerAll({ 'jet-preview': JetPreview });

/** An image with two tiles of 10 x 10 pixels, each in one colour. */
function tiles(left: string, right: string): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(20, 10);
  const context = canvas.getContext('2d')!;
  for (const [index, colour] of [left, right].entries()) {
    context.fillStyle = colour;
    context.fillRect(index * 10, 0, 10, 10);
  }
  return createImageBitmap(canvas);
}

describe('the preview', () => {
  it('shows the picture of each position, also at the same place of another image', async () => {
    const [first, second] = [await tiles('#f00', '#0f0'), await tiles('#00f', '#ff0')];
    const places = [
      [first, 0, '255,0,0'],
      [first, 10, '0,255,0'],
      [second, 10, '255,255,0'],
      [second, 0, '0,0,255'],
      [first, 0, '255,0,0']
    ] as const;
    const preview = document.createElement('jet-preview');
    preview.thumbnailAt = (seconds) => {
      const [image, x] = places[seconds]!;
      return Promise.resolve({ image, x, y: 0, width: 10, height: 10 });
    };
    document.body.append(preview);
    for (const [seconds, [, , colour]] of places.entries()) {
      preview.seconds = seconds;
      await preview.updateComplete;
      await new Promise(requestAnimationFrame);
      const canvas = preview.shadowRoot!.querySelector('canvas')!;
      expect([...canvas.getContext('2d')!.getImageData(5, 5, 1, 1).data.slice(0, 3)].join(), `position ${seconds}`).to.equal(colour);
    }
    preview.remove();
  });

  it('shows none where there is none, and one again at the next position', async () => {
    const image = await tiles('#f00', '#0f0');
    const preview = document.createElement('jet-preview');
    preview.thumbnailAt = (seconds) => Promise.resolve(seconds === 1 ? undefined : { image, x: 0, y: 0, width: 10, height: 10 });
    document.body.append(preview);
    const canvas = () => preview.shadowRoot!.querySelector('canvas')!;
    for (const [seconds, hidden] of [false, true, false].entries()) {
      preview.seconds = seconds;
      await preview.updateComplete;
      await until('it is drawn or hidden', () => canvas().hidden === hidden);
    }
    preview.remove();
  });
});
