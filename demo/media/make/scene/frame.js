/** The frame's size and the height of the waterline, in pixels; the video's length in seconds. */
export const width = 1280;
export const height = 720;
export const waterline = 452;
export const length = 64;
export const rate = 25;

/**
 * Draws a layer that repeats every `period` pixels and moves by `turns` whole periods in the video, so that it loops.
 * @param {CanvasRenderingContext2D} context
 * @param {number} t video second
 * @param {number} period
 * @param {number} turns
 * @param {() => void} draw
 */
export function scrolled(context, t, period, turns, draw) {
  const offset = ((t / length) * turns * period) % period;
  for (let start = -offset - period; start < width + period; start += period) {
    if (start + period < -300 || start > width + 300) continue;
    context.save();
    context.translate(start, 0);
    draw();
    context.restore();
  }
}
