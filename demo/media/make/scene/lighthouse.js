import { css, hex, smooth } from './colour.js';

/** A banded lighthouse at (x, foot); its beam sweeps at night, once in four seconds. */
export function drawLighthouse(context, x, foot, t, light, paint) {
  const night = smooth(0.4, 0.9, light.night);
  context.save();
  context.translate(x, foot);
  for (let band = 0; band < 6; band += 1) {
    const [low, high] = [band * 19, (band + 1) * 19];
    const half = (up) => 15 - up * 0.055;
    context.fillStyle = paint(hex(band % 2 ? '#f4efe6' : '#c8453c'));
    context.beginPath();
    context.moveTo(-half(low), -low); context.lineTo(-half(high), -high); context.lineTo(half(high), -high); context.lineTo(half(low), -low);
    context.fill();
  }
  context.fillStyle = paint(hex('#3a3f4a'));
  context.fillRect(-13, -118, 26, 4);
  context.beginPath();
  context.moveTo(-9, -130); context.lineTo(0, -142); context.lineTo(9, -130);
  context.fill();
  context.fillStyle = night > 0 ? css([255, 240, 190]) : paint(hex('#cfe0ea'));
  context.fillRect(-6, -130, 12, 12);

  if (night > 0) {
    const angle = (t / 4) * Math.PI * 2;
    context.translate(0, -124);
    // Seen from the side, a beam is long when it points across and a flare when it points at us.
    for (const turn of [0, Math.PI]) {
      const reach = Math.cos(angle + turn) * 620;
      const beam = context.createLinearGradient(0, 0, reach, 0);
      beam.addColorStop(0, css([255, 240, 190], 0.42 * night));
      beam.addColorStop(1, css([255, 240, 190], 0));
      context.fillStyle = beam;
      context.beginPath();
      context.moveTo(0, -2); context.lineTo(reach, -30); context.lineTo(reach, 22); context.lineTo(0, 2);
      context.fill();
    }
    const flare = context.createRadialGradient(0, 0, 0, 0, 0, 60);
    flare.addColorStop(0, css([255, 244, 210], night * (0.45 + 0.45 * Math.abs(Math.sin(angle)) ** 6)));
    flare.addColorStop(1, css([255, 244, 210], 0));
    context.fillStyle = flare;
    context.fillRect(-60, -60, 120, 120);
  }
  context.restore();
}
