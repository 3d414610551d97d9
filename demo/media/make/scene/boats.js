import { css, hex, lit, mix, smooth } from './colour.js';
import { length, waterline, width } from './frame.js';

/** Boats: each crosses the frame `crossings` times in the video, left to right or (negative) right to left. */
const boats = [
  { down: 18, scale: 0.55, crossings: 1, start: 0.3, sail: '#f7f1e2', jib: '#e9dfc8', hull: '#5a4438' },
  { down: 40, scale: 0.85, crossings: -2, start: 0.05, sail: '#a8543a', jib: '#b8654a', hull: '#3f3430' },
  { down: 84, scale: 1.5, crossings: 1, start: 0.92, sail: '#fbf5e8', jib: '#d9574a', hull: '#2f4a66' },
  { down: 26, scale: 0.65, crossings: -1, start: 0.55, sail: '#b5613f', jib: '#f2e6cf', hull: '#46382f' },
];

function outline(context, sail, jib, hull, mast) {
  context.fillStyle = mast;
  context.fillRect(-1.2, -82, 2.4, 74);
  context.fillStyle = sail;
  context.beginPath();
  context.moveTo(-3, -80); context.quadraticCurveTo(-34, -44, -42, -14); context.lineTo(-3, -12);
  context.fill();
  context.fillStyle = jib;
  context.beginPath();
  context.moveTo(3, -76); context.quadraticCurveTo(24, -44, 36, -13); context.lineTo(4, -13);
  context.fill();
  context.fillStyle = hull;
  context.beginPath();
  context.moveTo(-46, -9); context.quadraticCurveTo(0, -4, 46, -11); context.quadraticCurveTo(38, 6, 24, 7); context.lineTo(-32, 7);
  context.quadraticCurveTo(-44, 4, -46, -9);
  context.fill();
}

/** Sailing boats with their reflections, a lamp in the mast at night. */
export function drawBoats(context, t, light) {
  for (const { down, scale, crossings, start, sail, jib, hull } of boats) {
    const share = (((start + (t / length) * crossings) % 1) + 1) % 1;
    const bob = Math.sin((t / length) * Math.PI * 2 * 18 + start * 9);
    const colours = [sail, jib, hull, '#6b5340'].map((c) => css(mix(lit(hex(c), light.ambient), light.horizon, 0.22 - scale * 0.1)));
    context.save();
    context.translate(share * (width + 300) - 150, waterline + down + bob * scale);
    context.scale(scale * Math.sign(crossings), scale);
    context.save();
    context.globalAlpha = 0.24;
    context.translate(0, 12);
    context.scale(1, -0.8);
    context.transform(1, 0, Math.sin((t / length) * Math.PI * 2 * 20 + start * 7) * 0.07, 1, 0, 0);
    outline(context, ...colours);
    context.restore();
    context.rotate(bob * 0.025 - 0.03);
    outline(context, ...colours);
    const lamp = smooth(0.45, 0.9, light.night);
    if (lamp > 0) {
      const shine = context.createRadialGradient(0, -84, 0, 0, -84, 22);
      shine.addColorStop(0, css([255, 226, 160], lamp));
      shine.addColorStop(0.15, css([255, 214, 140], lamp * 0.6));
      shine.addColorStop(1, css([255, 200, 120], 0));
      context.fillStyle = shine;
      context.fillRect(-22, -106, 44, 44);
    }
    context.restore();
  }
}
