import { height, rate, width } from './frame.js';

const cell = { x: width / 80, y: height / 45 };
/** @param {number} value */
const two = (value) => String(Math.floor(value)).padStart(2, '0');

/**
 * The 16 bits of a frame number: 1, eleven bits of the number (high first), three bits of checksum, 0. See make.mjs.
 * @param {number} frame
 */
export function stripBits(frame) {
  const number = Array.from({ length: 11 }, (_, i) => (frame >> (10 - i)) & 1);
  const sum = number.reduce((total, bit, i) => total + bit * (i + 1), 0) % 8;
  return [1, ...number, (sum >> 2) & 1, (sum >> 1) & 1, sum & 1, 0];
}

/**
 * The strip that programs read: each column is a bit over its complement.
 * @param {CanvasRenderingContext2D} context
 * @param {number} frame
 */
function drawStrip(context, frame) {
  stripBits(frame).forEach((bit, column) => {
    [bit, 1 - bit].forEach((white, row) => {
      context.fillStyle = white ? '#f2f5f7' : '#0b1016';
      context.fillRect(column * cell.x, row * cell.y, cell.x, cell.y);
    });
  });
}

/**
 * The time code that people read (mm:ss.ff, ff = frames), top right.
 * @param {CanvasRenderingContext2D} context
 * @param {number} frame
 */
function drawText(context, frame) {
  const seconds = frame / rate;
  const text = `${two(seconds / 60)}:${two(seconds % 60)}.${two(frame % rate)}`;
  context.fillStyle = 'rgb(8 14 22 / 0.55)';
  context.beginPath();
  context.roundRect(width - 250, 16, 234, 56, 12);
  context.fill();
  context.fillStyle = '#ffffff';
  context.font = '600 42px "DejaVu Sans Mono", "Liberation Mono", monospace';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, width - 133, 45.5);
}

/**
 * Both time codes of frame number `frame`.
 * @param {CanvasRenderingContext2D} context
 * @param {number} frame
 */
export function drawTimecode(context, frame) {
  drawStrip(context, frame);
  drawText(context, frame);
}
