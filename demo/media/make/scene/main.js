import { drawBirds } from './birds.js';
import { drawBoats } from './boats.js';
import { drawClouds } from './clouds.js';
import { height, length, rate, width } from './frame.js';
import { drawHills } from './hills.js';
import { drawMeadow } from './meadow.js';
import { palette } from './palette.js';
import { drawShore } from './shore.js';
import { drawSky } from './sky.js';
import { drawTimecode } from './timecode.js';
import { drawWater } from './water.js';

/**
 * Draws the frames that the query selects (`from`, `to`, `step`; `withoutTimecode`: no time code), posts each to `/frame/N`, and then posts
 * `/done`.
 */
const query = new URLSearchParams(location.search);
const canvas = document.querySelector('canvas');
const context = canvas.getContext('2d', { alpha: false });
const above = new OffscreenCanvas(width, height);
const upper = above.getContext('2d', { alpha: false });

function draw(frame) {
  const t = frame / rate;
  const light = palette(t);
  for (const layer of [drawSky, drawClouds, drawBirds, drawHills, drawShore]) layer(upper, t, light);
  context.drawImage(above, 0, 0);
  drawWater(context, above, t, light);
  drawBoats(context, t, light);
  drawMeadow(context, t, light);
  if (!query.has('withoutTimecode')) drawTimecode(context, frame);
}

const jpeg = () => new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.95));

let posted = Promise.resolve();
for (let frame = Number(query.get('from')); frame < Number(query.get('to') ?? length * rate); frame += Number(query.get('step') ?? 1)) {
  draw(frame);
  const body = await jpeg();
  await posted;
  posted = fetch(`/frame/${frame}`, { method: 'POST', body });
}
await posted;
await fetch('/done', { method: 'POST' });
