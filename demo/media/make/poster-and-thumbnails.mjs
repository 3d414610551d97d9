import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ffmpeg } from './encode.mjs';
import { render } from './render.mjs';
import { webvtt } from './text.mjs';

const tile = { width: 160, height: 90, columns: 8, secondsPerTile: 2 };
const posterFrame = 905;

/** Writes poster.jpg, thumbnails.jpg (32 tiles, one every two seconds) and thumbnails.vtt into `folder`. */
export async function makePosterAndThumbnails(folder) {
  const { width, height, columns, secondsPerTile } = tile;
  await ffmpeg(['-f', 'image2pipe', '-c:v', 'mjpeg', '-i', '-', '-vf', `scale=${width}:${height}:flags=lanczos,tile=${columns}x4`,
    '-frames:v', '1', '-q:v', '4', '-update', '1', join(folder, 'thumbnails.jpg')], (stdin) => render({
    // The frame in the middle of the two seconds represents them.
    from: 25, step: 50, withoutTimecode: true, onFrame: (jpeg) => void stdin.write(jpeg),
  }));
  await ffmpeg(['-f', 'image2pipe', '-c:v', 'mjpeg', '-i', '-', '-frames:v', '1', '-q:v', '3', '-update', '1', join(folder, 'poster.jpg')],
    (stdin) => render({ from: posterFrame, to: posterFrame + 1, withoutTimecode: true, onFrame: (jpeg) => void stdin.write(jpeg) }));
  await writeFile(join(folder, 'thumbnails.vtt'), webvtt(Array.from({ length: 32 }, (_, i) => ({
    start: i * secondsPerTile, end: (i + 1) * secondsPerTile,
    text: `thumbnails.jpg#xywh=${(i % columns) * width},${Math.floor(i / columns) * height},${width},${height}`,
  }))));
}
