import { css, mix, smooth } from './colour.js';
import { random } from './random.js';

const next = random(71);
/** Two flocks: gulls in the morning, a skein of geese at sunset. Seconds and pixels. */
const flocks = [
  { from: 7, to: 25, y: 215, rise: -60, size: 9, birds: Array.from({ length: 9 }, () => ({ x: next() * 220, y: next() * 90, beat: 1.3 + next() * 0.5, phase: next() * 6.3 })) },
  { from: 34, to: 47, y: 190, rise: 30, size: 8, birds: Array.from({ length: 13 }, (_, i) => ({ x: -Math.ceil(i / 2) * 26, y: (i % 2 ? 1 : -0.7) * Math.ceil(i / 2) * 13, beat: 2, phase: i * 0.5 })) },
];

/** Birds crossing the sky. */
export function drawBirds(context, t, light) {
  for (const { from, to, y, rise, size, birds } of flocks) {
    const share = (t - from) / (to - from);
    if (share < 0 || share > 1) continue;
    context.strokeStyle = css(mix(light.cloudShade, [30, 34, 60], 0.75), smooth(0, 0.06, share) * smooth(1, 0.94, share));
    context.lineWidth = 2.2;
    context.lineCap = 'round';
    for (const bird of birds) {
      const flap = Math.sin(t * Math.PI * 2 * bird.beat + bird.phase);
      const [cx, cy] = [-260 + share * 1800 + bird.x, y + share * rise + bird.y + flap];
      context.beginPath();
      context.moveTo(cx - size, cy - flap * size * 0.55);
      context.quadraticCurveTo(cx - size * 0.4, cy - size * 0.4, cx, cy);
      context.quadraticCurveTo(cx + size * 0.4, cy - size * 0.4, cx + size, cy - flap * size * 0.55);
      context.stroke();
    }
  }
}
