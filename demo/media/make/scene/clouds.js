import { css, mix } from './colour.js';
import { scrolled } from './frame.js';
import { random } from './random.js';

/** Three depths of clouds: the nearer, the larger and the faster. */
const depths = [
  { period: 1500, turns: 1, count: 7, top: 250, spread: 90, scale: 0.42, alpha: 0.75 },
  { period: 1900, turns: 1, count: 5, top: 150, spread: 90, scale: 0.8, alpha: 0.85 },
  { period: 2500, turns: 1, count: 4, top: 70, spread: 70, scale: 1.25, alpha: 0.9 },
].map((depth, i) => ({ ...depth, clouds: scatter(random(31 + i), depth) }));

function scatter(next, { period, count, top, spread, scale }) {
  return Array.from({ length: count }, (_, i) => {
    const long = (150 + next() * 130) * scale;
    const puffs = Array.from({ length: 9 }, (_, k) => {
      const along = (k / 8) * 2 - 1;
      return { x: along * long * 0.8, r: (1.15 - along * along * 0.85) * (30 + next() * 26) * scale };
    });
    return { x: ((i + 0.2 + next() * 0.6) / count) * period, y: top + next() * spread, long, puffs, tall: 80 * scale };
  });
}

function body(context, { puffs, long }, lift, shrink) {
  context.beginPath();
  for (const { x, r } of puffs) {
    context.moveTo(x + r * shrink, -r * 0.55 - lift);
    context.arc(x, -r * 0.55 - lift, r * shrink, 0, Math.PI * 2);
  }
  context.ellipse(0, -8, long * 0.94, 24, 0, 0, Math.PI * 2);
}

function drawCloud(context, cloud, light) {
  context.save();
  context.translate(cloud.x, cloud.y);
  // A cumulus has a flat base: cut everything below it, with round ends.
  context.beginPath();
  context.roundRect(-cloud.long * 0.96, -220, cloud.long * 1.92, 226, 22);
  context.clip();
  const shade = context.createLinearGradient(0, -cloud.tall, 0, 6);
  shade.addColorStop(0, css(light.cloudLit));
  shade.addColorStop(1, css(light.cloudShade));
  context.fillStyle = shade;
  body(context, cloud, 0, 1);
  context.fill();
  context.fillStyle = css(light.cloudLit, 0.55);
  body(context, cloud, cloud.tall * 0.12, 0.72);
  context.fill();
  context.restore();
}

/** The clouds of the hour. */
export function drawClouds(context, t, light) {
  for (const { period, turns, clouds, alpha, scale } of depths) {
    context.globalAlpha = alpha * (1 - light.night * 0.55);
    const air = { cloudLit: mix(light.horizon, light.cloudLit, 0.4 + scale * 0.45), cloudShade: mix(light.horizon, light.cloudShade, 0.4 + scale * 0.45) };
    scrolled(context, t, period, turns, () => clouds.forEach((cloud) => drawCloud(context, cloud, air)));
  }
  context.globalAlpha = 1;
}
