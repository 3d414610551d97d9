import { css, hex, mix, smooth } from './colour.js';
import { height, waterline, width } from './frame.js';
import { random } from './random.js';

const next = random(7);
const stars = Array.from({ length: 230 }, () => ({
  x: next() * width, y: next() ** 1.3 * (waterline - 20), size: 0.6 + next() ** 4 * 1.7, beat: 1 + Math.floor(next() * 20), phase: next() * 6.3,
}));

/** Where the sun stands at t: it rises just before the video's start and sets at second 43. */
export function sunAt(t) {
  const share = ((t + 2) % 64) / 45;
  return { x: 150 + share * 900, y: waterline + 34 - Math.sin(Math.PI * share) * 372, up: share < 1 };
}

/** Where the moon stands at t: up from second 45 to 63. */
export function moonAt(t) {
  const share = (t - 45) / 18;
  return { x: 330 + share * 500, y: waterline + 40 - Math.sin(Math.PI * share) * 330, up: share > 0 && share < 1 };
}

function glow(context, { x, y }, radius, colour, alpha) {
  const light = context.createRadialGradient(x, y, 0, x, y, radius);
  light.addColorStop(0, css(colour, alpha));
  light.addColorStop(0.25, css(colour, alpha * 0.45));
  light.addColorStop(1, css(colour, 0));
  context.fillStyle = light;
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

function disc(context, { x, y }, radius, colour) {
  context.fillStyle = css(colour);
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
}

/** Sky, stars, sun and moon. */
export function drawSky(context, t, light) {
  const air = context.createLinearGradient(0, 0, 0, waterline);
  air.addColorStop(0, css(light.zenith));
  air.addColorStop(0.58, css(light.middle));
  air.addColorStop(1, css(light.horizon));
  context.fillStyle = air;
  context.fillRect(0, 0, width, height);

  const dark = smooth(0.45, 1, light.night);
  for (const star of dark > 0 ? stars : []) {
    const twinkle = 0.65 + 0.35 * Math.sin((t / 64) * Math.PI * 2 * star.beat + star.phase);
    context.globalAlpha = dark * twinkle * (1 - (star.y / waterline) ** 3);
    disc(context, star, star.size, [240, 244, 255]);
  }
  context.globalAlpha = 1;

  const sun = sunAt(t);
  if (sun.up) {
    const low = smooth(waterline - 240, waterline, sun.y);
    const warm = mix(hex('#fff6da'), hex('#ffb765'), low);
    glow(context, sun, 430 + low * 170, warm, 0.5 + low * 0.25);
    disc(context, sun, 34 + low * 12, mix(hex('#fffbea'), hex('#ffd28a'), low));
  }
  const moon = moonAt(t);
  if (moon.up) {
    glow(context, moon, 210, [190, 210, 255], 0.38);
    disc(context, moon, 27, [244, 242, 226]);
    for (const [dx, dy, size] of [[-8, -6, 6], [7, 3, 8], [-4, 11, 4], [10, -12, 3]]) {
      disc(context, { x: moon.x + dx, y: moon.y + dy }, size, [226, 224, 212]);
    }
  }
}
