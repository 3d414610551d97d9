/** The part of the result of `getImageData` that is read here: RGBA, 8 bits each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

const framesPerSecond = 25;
const frames = 1600;
const columns = 16;
/** Cells of the strip in a frame's width and height. */
const grid = { across: 80, down: 45 };
/** How much lighter white must be than black, of 255. */
const contrast = 60;

/** Mean luma of the inner part of a cell; its rim is blurred by compression and scaling. */
function luma({ width, height, data }: Pixels, column: number, row: number): number {
  const [left, right] = [0.3, 0.7].map((share) => ((column + share) * width) / grid.across) as [number, number];
  const [top, bottom] = [0.3, 0.7].map((share) => ((row + share) * height) / grid.down) as [number, number];
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(top); y <= Math.floor(bottom); y += 1) {
    for (let x = Math.floor(left); x <= Math.floor(right); x += 1) {
      const at = (y * width + x) * 4;
      sum += 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
      count += 1;
    }
  }
  return sum / count;
}

/**
 * The media time in seconds (a multiple of 0.04, 0 to 63.96) that a drawn frame of the demo video shows in its time strip, which
 * demo/media/make.mjs describes. The pixels are the whole frame, at least 320 wide. Throws an Error when they hold no valid strip.
 */
export function readTimecode(pixels: Pixels): number {
  const bits = Array.from({ length: columns }, (_, column) => {
    const difference = luma(pixels, column, 0) - luma(pixels, column, 1);
    if (Math.abs(difference) < contrast) throw new Error(`time strip: column ${column} is no bit over its complement`);
    return difference > 0 ? 1 : 0;
  });
  const number = (from: number, to: number) => bits.slice(from, to).reduce<number>((value, bit) => value * 2 + bit, 0);
  if (bits[0] !== 1 || bits[15] !== 0) throw new Error('time strip: guards do not match');
  const checksum = bits.slice(1, 12).reduce<number>((sum, bit, i) => sum + bit * (i + 1), 0) % 8;
  if (number(12, 15) !== checksum) throw new Error('time strip: checksum does not match');
  const frame = number(1, 12);
  if (frame >= frames) throw new Error(`time strip: frame ${frame} is not in the video`);
  return frame / framesPerSecond;
}
