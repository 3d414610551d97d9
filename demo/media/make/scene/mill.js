import { css, hex, lit, mix } from './colour.js';

/** A Dutch smock mill standing at (x, foot); its cross makes `turns` half rotations in the video, so that it loops. */
export function drawMill(context, { x, scale, turns, thatch }, foot, t, light, paint) {
  context.save();
  context.translate(x, foot);
  context.scale(scale, scale);

  const side = context.createLinearGradient(-22, 0, 22, 0);
  side.addColorStop(0, paint(mix(hex(thatch), [255, 240, 220], 0.22)));
  side.addColorStop(1, paint(mix(hex(thatch), [20, 20, 40], 0.25)));
  context.fillStyle = paint(hex('#a8654c'));
  context.fillRect(-21, -30, 42, 30);
  context.fillStyle = side;
  context.beginPath();
  context.moveTo(-20, -30); context.lineTo(-11, -92); context.lineTo(11, -92); context.lineTo(20, -30);
  context.fill();
  // The white-railed stage around the waist.
  context.fillStyle = paint(hex('#efe9da'));
  context.fillRect(-29, -34, 58, 3);
  for (let rail = -28; rail <= 28; rail += 8) context.fillRect(rail, -41, 1.4, 8);
  context.fillRect(-29, -42, 58, 1.6);
  context.fillStyle = paint(hex('#4a3d38'));
  context.beginPath();
  context.moveTo(-13, -91); context.quadraticCurveTo(-12, -108, 2, -108); context.quadraticCurveTo(14, -106, 14, -91);
  context.fill();
  context.fillStyle = css(mix(hex('#46535f'), hex('#ffd27a'), light.night));
  for (const [wx, wy] of [[-3, -70], [-3, -52], [-11, -16], [6, -16]]) context.fillRect(wx, wy, 6, 8);

  context.translate(0, -97);
  context.rotate((t / 64) * Math.PI * turns);
  const canvas = css(lit(hex('#f6ecd6'), light.ambient), 0.82);
  for (let arm = 0; arm < 4; arm += 1) {
    context.rotate(Math.PI / 2);
    context.fillStyle = paint(hex('#5c463a'));
    context.fillRect(-1.6, 0, 3.2, 74);
    context.fillStyle = canvas;
    context.fillRect(1.6, 14, 12, 58);
    context.strokeStyle = paint(hex('#6e5848'));
    context.lineWidth = 0.8;
    context.beginPath();
    for (let bar = 14; bar <= 72; bar += 9.67) { context.moveTo(1.6, bar); context.lineTo(13.6, bar); }
    context.moveTo(13.6, 14); context.lineTo(13.6, 72);
    context.stroke();
  }
  context.fillStyle = paint(hex('#b8423a'));
  context.beginPath();
  context.arc(0, 0, 4, 0, Math.PI * 2);
  context.fill();
  context.restore();
}
