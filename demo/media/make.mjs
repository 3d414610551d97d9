/**
 * `node demo/media/make.mjs [WORK]`: creates every other file of this folder. Run it by hand when the video changes. It needs
 * ffmpeg (libx264, aac), Chromium (`CHROMIUM` names another executable) and espeak-ng, and takes about four minutes. Frames that
 * the folder WORK already contains are not drawn and encoded again. The TS clock starts at ten seconds, because real ones seldom
 * start at zero.
 *
 * The video is 64 s at 25 frames a second: 32 CMAF segments of 2 s, and 3000 AAC frames of 1024 samples at 48 kHz. Its last
 * frame leads into its first. These programs alone create the frames, music and speech, so no third party has rights in them.
 *
 * ## The time strip
 *
 * Every frame shows its number, 0 to 1599, in its top left corner, so that a test can read the position from the pixels. The
 * strip has 16 columns and 2 rows of cells; a cell is 1/80 of the frame's width and 1/45 of its height. The upper cell of a
 * column is its bit, white for 1; the lower is the complement. From left to right:
 *
 *     column 0       1, a guard
 *     columns 1-11   the frame number, high bit first
 *     columns 12-14  checksum, high bit first: the sum of (i + 1) over the number's bits i = 0..10 (0 the highest) that are 1,
 *                    modulo 8
 *     column 15      0, a guard
 *
 * test/support/read-timecode.ts reads it. For people, the top right corner shows the same time as mm:ss.ff (ff: frames).
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeAudio } from './make/audio.mjs';
import { mpd } from './make/dash.mjs';
import { encodeRendition, ffmpeg, renditions, renderMaster } from './make/encode.mjs';
import { languages, masterPlaylist, mediaPlaylist } from './make/hls.mjs';
import { makePictures } from './make/pictures.mjs';
import { cutCmaf, cutTs } from './make/segments.mjs';
import { captions, chapters, textSegments, webvtt } from './make/text.mjs';

const media = fileURLToPath(new URL('.', import.meta.url));
const work = process.argv[2] ?? await mkdtemp(join(tmpdir(), 'video-'));
const encoded = (name) => join(work, name);
const tsClock = 10 * 90_000;

await mkdir(work, { recursive: true });
for (const folder of ['cmaf', 'ts', 'captions']) await rm(join(media, folder), { recursive: true, force: true });

const master = encoded('master.mkv');
if (!existsSync(master)) await renderMaster(master);
for (const rendition of renditions) {
  const path = encoded(`${rendition.height}.mp4`);
  if (!existsSync(path)) await encodeRendition(master, rendition, path, encoded(String(rendition.height)));
}

const narration = JSON.parse(await readFile(new URL('make/narration.json', import.meta.url), 'utf8'));
const cues = {};
await mkdir(join(media, 'captions'));
for (const { code } of languages) {
  cues[code] = captions(await makeAudio(code, narration, work, encoded(`${code}.aac`)));
  await writeFile(join(media, `captions/${code}.vtt`), webvtt(cues[code]));
}

/** Writes the segments (with `cut`), the text and all playlists of one kind of packaging into `folder`. */
async function packageHls({ folder, cut, ending, init, heights, clock, version }) {
  const write = (name, text) => writeFile(join(media, folder, name), text);
  const track = async (name, source) => {
    const segments = await cut(encoded(source), join(media, folder, name));
    await write(`${name}.m3u8`, mediaPlaylist({ ...segments, folder: name, ending, init }));
    return segments;
  };
  const [videos, audios] = [[], []];
  for (const rendition of renditions.filter(({ height }) => heights.includes(height))) {
    videos.push({ ...rendition, track: await track(`video-${rendition.height}`, `${rendition.height}.mp4`) });
  }
  for (const { code } of languages) {
    audios.push(await track(`audio-${code}`, `${code}.aac`));
    await mkdir(join(media, folder, `text-${code}`));
    const texts = textSegments(cues[code], clock);
    for (const [i, text] of texts.entries()) await write(`text-${code}/${i + 1}.vtt`, text);
    await write(`text-${code}.m3u8`, mediaPlaylist({ durations: texts.map(() => 8), folder: `text-${code}`, ending: '.vtt' }));
  }
  await write('master.m3u8', masterPlaylist({ videos, audios, version }));
  return { videos, audios };
}

const tracks = await packageHls({ folder: 'cmaf', cut: cutCmaf, ending: '.m4s', init: 'init.mp4', heights: [240, 360, 720], clock: 0, version: 7 });
await writeFile(join(media, 'cmaf/manifest.mpd'), mpd(tracks));
await packageHls({ folder: 'ts', cut: cutTs, ending: '.ts', heights: [240, 360], clock: tsClock, version: 4 });

await ffmpeg(['-i', encoded('360.mp4'), '-i', encoded('en.aac'), '-map', '0:v', '-map', '1:a', '-c', 'copy', '-map_metadata', '-1',
  '-metadata:s:a:0', 'language=eng', '-movflags', '+faststart', join(media, 'film.mp4')]);
await writeFile(join(media, 'chapters.vtt'), webvtt(chapters));
await makePictures(media);
if (!process.argv[2]) await rm(work, { recursive: true });
