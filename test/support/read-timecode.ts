/** The properties of the result of `getImageData` that are read here: RGBA, 8 bits each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

const framesPerSecond = 25;
const frameCount = 1600;
const columns = 16;
/** The number of cells that fit into the width and the height of a frame. */
const grid = { across: 80, down: 45 };
/** The minimum difference between the luma of white and of black, of 255. */
const minContrast = 60;

/** Returns the mean luma of the inner part of a cell, because compression and scaling blur its edges. */
function luma({ width, height, data }: Pixels, column: number, row: number): number {
  const [left, right] = [0.3, 0.7].map((share) => ((column + share) * width) / grid.across) as [number, number];
  const [top, bottom] = [0.3, 0.7].map((share) => ((row + share) * height) / grid.down) as [number, number];
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(top); y <= Math.floor(bottom); y += 1) {
    for (let x = Math.floor(left); x <= Math.floor(right); x += 1) {
      const index = (y * width + x) * 4;
      sum += 0.2126 * (data[index] ?? 0) + 0.7152 * (data[index + 1] ?? 0) + 0.0722 * (data[index + 2] ?? 0);
      count += 1;
    }
  }
  return sum / count;
}

/**
 * Returns the media time in seconds (a multiple of 0.04, 0 to 63.96) that a frame of the demo video shows in its time strip, which
 * demo/media/make.mjs describes. `pixels` is the whole frame, at least 320 pixels wide. Throws an Error if it contains no valid strip.
 */
export function readTimecode(pixels: Pixels): number {
  const bits = Array.from({ length: columns }, (_, column) => {
    const difference = luma(pixels, column, 0) - luma(pixels, column, 1);
    if (Math.abs(difference) < minContrast) throw new Error(`time strip: column ${column} is no bit over its complement`);
    return difference > 0 ? 1 : 0;
  });
  const bitsToNumber = (from: number, to: number) => bits.slice(from, to).reduce<number>((value, bit) => value * 2 + bit, 0);
  if (bits[0] !== 1 || bits[15] !== 0) throw new Error('time strip: guards do not match');
  const checksum = bits.slice(1, 12).reduce<number>((sum, bit, i) => sum + bit * (i + 1), 0) % 8;
  if (bitsToNumber(12, 15) !== checksum) throw new Error('time strip: checksum does not match');
  const frame = bitsToNumber(1, 12);
  if (frame >= frameCount) throw new Error(`time strip: frame ${frame} is not in the video`);
  return frame / framesPerSecond;
}
