import { css, hex, lit, mix } from './colour.js';
import { length, waterline, width } from './frame.js';
import { rolling } from './random.js';

/** Dunes and low hills, far to near; `haze` is how much of the horizon's colour lies over them. */
const ridges = [
  { base: 62, swing: 34, period: 1280, waves: [1, 2, 3, 5], colour: '#7f9fb4', haze: 0.68, seed: 3 },
  { base: 36, swing: 24, period: 1700, waves: [1, 2, 4, 7], colour: '#7fae8c', haze: 0.45, seed: 5 },
  { base: 17, swing: 12, period: 2100, waves: [2, 3, 5, 9], colour: '#74a862', haze: 0.22, seed: 11 },
].map((ridge) => ({ ...ridge, curve: rolling(ridge.seed, ridge.period, ridge.waves) }));

/** The hills behind the shore. */
export function drawHills(context, t, light) {
  for (const { base, swing, period, curve, colour, haze } of ridges) {
    const offset = (t / length) * period;
    const ground = mix(lit(hex(colour), light.ambient), light.horizon, haze);
    const fill = context.createLinearGradient(0, waterline - base - swing, 0, waterline);
    fill.addColorStop(0, css(ground));
    fill.addColorStop(1, css(mix(ground, light.horizon, 0.3)));
    context.fillStyle = fill;
    context.beginPath();
    context.moveTo(0, waterline + 2);
    for (let x = 0; x <= width + 8; x += 8) context.lineTo(x, waterline - base - curve(x + offset) * swing);
    context.lineTo(width, waterline + 2);
    context.fill();
  }
}
