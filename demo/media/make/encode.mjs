import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { render } from './render.mjs';

/** The renditions: height in pixels, average bits per second, H.264 profile and level. */
export const renditions = [
  { height: 240, width: 426, rate: 122_000, profile: 'main', level: '2.1', codec: 'avc1.4d4015' },
  { height: 360, width: 640, rate: 250_000, profile: 'main', level: '3.0', codec: 'avc1.4d401e' },
  { height: 720, width: 1280, rate: 650_000, profile: 'high', level: '3.1', codec: 'avc1.64001f' },
];

/** Runs ffmpeg; `writeInput(stdin)` may write its input. @throws Error if it fails */
export async function ffmpeg(options, writeInput) {
  const child = spawn('ffmpeg', ['-v', 'warning', '-y', ...options], { stdio: [writeInput ? 'pipe' : 'ignore', 'inherit', 'inherit'] });
  const ended = once(child, 'close');
  if (writeInput) {
    await writeInput(child.stdin);
    child.stdin.end();
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${options.join(' ')}`);
}

/** Renders the video once, nearly lossless. The JPEG frames are full range BT.601; the video is limited range BT.709. */
export function renderMaster(path) {
  return ffmpeg(['-f', 'image2pipe', '-c:v', 'mjpeg', '-framerate', '25', '-i', '-',
    '-vf', 'scale=in_range=full:out_range=tv:in_color_matrix=bt601:out_color_matrix=bt709,format=yuv420p',
    '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '9', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709',
    '-color_range', 'tv', path], (stdin) => render({
    onFrame: async (jpeg, number) => {
      if (number % 100 === 0) console.log(`frame ${number}`);
      if (!stdin.write(jpeg)) await once(stdin, 'drain');
    },
  }));
}

/**
 * Encodes one rendition of the video: closed groups of pictures of 50 frames (2 s) without other keyframes, so that all renditions switch
 * at the same times. There are no B-frames, so decode time equals presentation time, and a segment's tfdt is its time, without edit lists.
 */
export async function encodeRendition(master, { height, width, rate, profile, level }, path, passLogFile) {
  const commonOptions = ['-i', master, '-an', '-vf', `scale=${width}:${height}:flags=lanczos,setsar=1`, '-c:v', 'libx264', '-preset', 'slower',
    '-profile:v', profile, '-level', level, '-pix_fmt', 'yuv420p', '-bf', '0', '-g', '50', '-keyint_min', '50', '-sc_threshold', '0',
    '-flags', '+cgop', '-b:v', String(rate), '-maxrate', String(rate * 1.5), '-bufsize', String(rate * 3),
    '-x264-params', 'aq-mode=3', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-passlogfile', passLogFile];
  await ffmpeg([...commonOptions, '-pass', '1', '-f', 'null', '-']);
  await ffmpeg([...commonOptions, '-pass', '2', path]);
}
