import { css, hex, lit, mix } from './colour.js';
import { height, length, scrolled } from './frame.js';
import { random, rolling } from './random.js';

/** The near bank that we travel along: grass and tulips, one strip of 3200 pixels in the video. */
const period = 3200;
const edge = rolling(51, period, [2, 3, 7]);
const ground = (x) => height - 44 - edge(x) * 22;
const next = random(61);
const blades = Array.from({ length: 560 }, () => ({ x: next() * period, tall: 16 + next() * 34, lean: next() * 2 - 1, green: next() }));
const beds = ['#e0483e', '#f4b63c', '#f08aa8', '#f7f0e6', '#8a4a9c', '#ee7a3a'];
const tulips = Array.from({ length: 170 }, () => {
  const x = next() * period;
  return { x, tall: 34 + next() * 30, lean: next() * 2 - 1, deep: next() * 30, colour: beds[(Math.floor(x / 400) + (next() < 0.2 ? 1 : 0)) % beds.length] };
}).sort((a, b) => a.deep - b.deep);

const wind = (t, x) => Math.sin((t / length) * Math.PI * 2 * 15 - x * 0.011) * 5 + Math.sin((t / length) * Math.PI * 2 * 37 + x * 0.05) * 1.5;

function drawTulip(context, { x, tall, lean, deep, colour }, t, light, paint) {
  const foot = ground(x) + deep + 6;
  const tip = x + lean * 5 + wind(t, x) * 0.8;
  context.strokeStyle = paint(hex('#4f8440'));
  context.lineWidth = 3;
  context.beginPath();
  context.moveTo(x, foot + 20);
  context.quadraticCurveTo(x, foot - tall * 0.5, tip, foot - tall);
  context.stroke();
  context.save();
  context.translate(tip, foot - tall);
  context.rotate((tip - x) * 0.03);
  for (const [petal, shade] of [[-1, 0.14], [1, 0.22], [0, 0]]) {
    context.fillStyle = paint(mix(hex(colour), [40, 10, 30], shade));
    context.beginPath();
    context.ellipse(petal * 5, -7, petal ? 5.5 : 6.5, petal ? 11.5 : 10.5, petal * 0.16, 0, Math.PI * 2);
    context.fill();
  }
  context.restore();
}

/** Grass and tulips at the lower edge. */
export function drawMeadow(context, t, light) {
  const paint = (colour) => css(lit(colour, mix(light.ambient, [0, 0, 20], 0.12)));
  scrolled(context, t, period, 1, () => {
    context.lineCap = 'round';
    context.lineWidth = 2.4;
    for (const { x, tall, lean, green } of blades) {
      context.strokeStyle = paint(mix(hex('#3f7038'), hex('#86ab48'), green));
      context.beginPath();
      context.moveTo(x, ground(x) + 8);
      context.quadraticCurveTo(x, ground(x) - tall * 0.6, x + lean * 9 + wind(t, x) * (tall / 40), ground(x) - tall);
      context.stroke();
    }
    const turf = context.createLinearGradient(0, height - 70, 0, height);
    turf.addColorStop(0, paint(hex('#5f9446')));
    turf.addColorStop(1, paint(hex('#2f5a34')));
    context.fillStyle = turf;
    context.beginPath();
    context.moveTo(0, height);
    for (let x = 0; x <= period; x += 10) context.lineTo(x, ground(x));
    context.lineTo(period, height);
    context.fill();
    for (const tulip of tulips) drawTulip(context, tulip, t, light, paint);
  });
}
