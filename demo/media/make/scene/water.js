import { css, hex, lit, mix, smooth } from './colour.js';
import { height, waterline, width } from './frame.js';
import { random } from './random.js';
import { moonAt, sunAt } from './sky.js';

const next = random(41);
const glints = Array.from({ length: 170 }, () => ({ across: next() * 2 - 1, down: next() ** 1.5, beat: 12 + Math.floor(next() * 34), phase: next() * 6.3, long: 0.4 + next() }));
const ripples = Array.from({ length: 54 }, () => ({ x: next() * width, down: next() ** 1.4, drift: 1 + Math.floor(next() * 2), long: 0.4 + next() }));

/** The water: `above` (a canvas with everything over the waterline) mirrored in moving strips, then tinted and lit. */
export function drawWater(context, above, t, light) {
  const deep = height - waterline;
  const strip = 3;
  for (let y = 0; y < deep; y += strip) {
    const share = y / deep;
    const phase = (t / 64) * Math.PI * 2;
    const sway = (Math.sin(phase * 22 + y * 0.34) * 0.6 + Math.sin(phase * 13 - y * 0.12)) * (1 + share * 9);
    const from = Math.max(0, waterline - 3 - y * 1.28);
    context.drawImage(above, 0, from, width, strip, sway - 12, waterline + y, width + 24, strip);
  }
  const sea = lit(hex('#3f8ca4'), light.ambient);
  const tint = context.createLinearGradient(0, waterline, 0, height);
  tint.addColorStop(0, css(sea, 0.16));
  tint.addColorStop(0.35, css(sea, 0.42));
  tint.addColorStop(1, css(mix(sea, lit(hex('#123a58'), light.ambient), 0.6), 0.82));
  context.fillStyle = tint;
  context.fillRect(0, waterline, width, deep);

  for (const { x, down, drift, long } of ripples) {
    const place = (((x - (t / 64) * width * drift * 1.4) % (width * 1.4)) + width * 1.4) % (width * 1.4) - width * 0.2;
    context.fillStyle = css(mix(light.horizon, [255, 255, 255], 0.2), 0.1 + down * 0.08);
    context.beginPath();
    context.ellipse(place, waterline + 8 + down * deep, (20 + down * 70) * long, 0.8 + down * 1.6, 0, 0, Math.PI * 2);
    context.fill();
  }
  const [sun, moon] = [sunAt(t), moonAt(t)];
  if (sun.up) glitter(context, t, sun, mix([255, 252, 232], [255, 196, 120], smooth(waterline - 240, waterline, sun.y)), 0.75);
  if (moon.up) glitter(context, t, moon, [214, 226, 255], 0.6);
}

function glitter(context, t, { x, y }, colour, strength) {
  const rising = smooth(waterline + 36, waterline - 30, y);
  for (const { across, down, beat, phase, long } of glints) {
    const shine = Math.sin((t / 64) * Math.PI * 2 * beat + phase);
    if (shine <= 0) continue;
    const spread = 18 + down * 90;
    context.fillStyle = css(colour, shine * strength * rising * (1 - Math.abs(across) * 0.7) * (1 - down * 0.4));
    context.beginPath();
    context.ellipse(x + across * spread, waterline + 3 + down * 210, (4 + down * 16) * long, 0.9 + down * 1.5, 0, 0, Math.PI * 2);
    context.fill();
  }
}
