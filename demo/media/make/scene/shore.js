import { css, hex, lit, mix } from './colour.js';
import { scrolled, waterline } from './frame.js';
import { drawLighthouse } from './lighthouse.js';
import { drawMill } from './mill.js';
import { random, rolling } from './random.js';

/** The far bank: a polder village that passes by once in the video. Positions in pixels of a 2560 pixel wide strip. */
const period = 2560;
const bank = rolling(17, period, [3, 5, 8, 13]);
const ground = (x) => waterline - 9 - (bank(x) + 1) * 3;

const mills = [
  { x: 330, scale: 1.5, turns: 11, thatch: '#6b5a4a' },
  { x: 640, scale: 0.78, turns: 14, thatch: '#5d5348' },
  { x: 1240, scale: 1.12, turns: 12, thatch: '#70604c' },
  { x: 2290, scale: 0.9, turns: 13, thatch: '#62564a' },
];
const next = random(23);
const houses = [720, 762, 806, 862, 900, 1000, 1046, 1090, 1700, 1748, 2080, 2120].map((x) => ({
  x, wide: 30 + next() * 14, tall: 17 + next() * 9, roof: 15 + next() * 8,
  brick: ['#b5684f', '#c98b62', '#e7dcc6', '#9c5a4a', '#d8b48a'][Math.floor(next() * 5)],
  tiles: ['#8a4034', '#a04c38', '#5b5560'][Math.floor(next() * 3)],
}));
const trees = Array.from({ length: 78 }, () => next()).flatMap((start, i) => {
  const x = i < 14 ? 1370 + i * 21 : start * period;
  return [{ x, tall: i < 14 ? 58 + next() * 16 : 16 + next() * 22, slim: i < 14, green: next() }];
}).sort((a, b) => b.tall - a.tall);

function drawTree(context, { x, tall, slim, green }, paint, sway) {
  const foot = ground(x);
  context.fillStyle = paint(mix(hex('#4e7f45'), hex('#8aa84a'), green));
  context.beginPath();
  context.ellipse(x + sway, foot - tall * 0.55, slim ? 6.5 : tall * 0.42, tall * 0.52, 0, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = paint(hex('#5b4636'));
  context.fillRect(x - 1, foot - tall * 0.18, 2, tall * 0.2);
}

function drawHouse(context, { x, wide, tall, roof, brick, tiles }, paint, night) {
  const foot = ground(x) + 3;
  context.fillStyle = paint(hex(brick));
  context.fillRect(x, foot - tall, wide, tall);
  context.fillStyle = paint(hex(tiles));
  context.beginPath();
  context.moveTo(x - 3, foot - tall);
  context.lineTo(x + wide * 0.22, foot - tall - roof);
  context.lineTo(x + wide * 0.78, foot - tall - roof);
  context.lineTo(x + wide + 3, foot - tall);
  context.fill();
  context.fillRect(x + wide * 0.65, foot - tall - roof - 6, 5, 9);
  context.fillStyle = css(mix(lit(hex('#56687c'), [200, 200, 200]), hex('#ffd27a'), night));
  for (const share of [0.18, 0.44, 0.7]) context.fillRect(x + wide * share, foot - tall * 0.72, 5, 7);
}

function drawChurch(context, paint, night) {
  const foot = ground(960) + 3;
  context.fillStyle = paint(hex('#b98465'));
  context.fillRect(948, foot - 62, 22, 62);
  context.fillRect(968, foot - 30, 46, 30);
  context.fillStyle = paint(hex('#55606e'));
  context.beginPath();
  context.moveTo(944, foot - 62); context.lineTo(959, foot - 122); context.lineTo(974, foot - 62);
  context.moveTo(966, foot - 30); context.lineTo(976, foot - 50); context.lineTo(1008, foot - 50); context.lineTo(1018, foot - 30);
  context.fill();
  context.fillStyle = css(mix(hex('#7a8896'), hex('#ffd890'), night), 0.9);
  for (const x of [977, 990, 1003]) context.fillRect(x, foot - 23, 4, 13);
  context.fillRect(956, foot - 50, 6, 10);
}

/** The bank with its trees, houses, church, mills and lighthouse. */
export function drawShore(context, t, light) {
  const paint = (colour) => css(mix(lit(colour, light.ambient), light.horizon, 0.1));
  scrolled(context, t, period, 1, () => {
    for (const tree of trees) drawTree(context, tree, paint, Math.sin((t / 64) * Math.PI * 2 * 16 + tree.x) * 0.9);
    drawChurch(context, paint, light.night);
    for (const house of houses) drawHouse(context, house, paint, light.night);
    drawLighthouse(context, 1930, ground(1930) + 4, t, light, paint);
    for (const mill of mills) drawMill(context, mill, ground(mill.x) + 3, t, light, paint);
    const grass = context.createLinearGradient(0, waterline - 18, 0, waterline);
    grass.addColorStop(0, paint(hex('#86b457')));
    grass.addColorStop(1, paint(hex('#4c7a48')));
    context.fillStyle = grass;
    context.beginPath();
    context.moveTo(0, waterline + 2);
    for (let x = 0; x <= period; x += 8) context.lineTo(x, ground(x));
    context.lineTo(period, waterline + 2);
    context.fill();
    context.fillStyle = paint(hex('#c9b487'));
    context.fillRect(0, waterline - 3, period, 4);
  });
}
