/**
 * `node demo/media/make.mjs [WORK]`: creates every other file of this folder. Run it by hand when the video changes. It needs
 * ffmpeg (libx264, aac), Chromium (`CHROMIUM` names another executable) and espeak-ng, and takes about four minutes. What the
 * folder WORK already contains from an earlier run is not drawn and encoded again. The clock of the transport streams starts at ten
 * seconds, because a real one seldom starts at zero.
 *
 * The video is 64 s at 25 frames a second: 32 CMAF segments of 2 s, and 3000 AAC frames of 1024 samples at 48 kHz. Its first frame
 * continues the movement of its last frame, so that the video loops. These scripts alone create the frames, music and speech, so no
 * third party has rights in them.
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
import { renderMpd } from './make/dash.mjs';
import { encodeRendition, ffmpeg, renditions, renderMaster } from './make/encode.mjs';
import { languages, multivariantPlaylist, mediaPlaylist } from './make/hls.mjs';
import { makePosterAndThumbnails } from './make/poster-and-thumbnails.mjs';
import { cutCmaf, cutTs } from './make/segments.mjs';
import { captionCues, chapters, textSegments, webvtt } from './make/text.mjs';

const mediaFolder = fileURLToPath(new URL('.', import.meta.url));
const workFolder = process.argv[2] ?? await mkdtemp(join(tmpdir(), 'video-'));
const workPath = (name) => join(workFolder, name);
const tsStartTicks = 10 * 90_000;

await mkdir(workFolder, { recursive: true });
for (const folder of ['cmaf', 'ts', 'captions']) await rm(join(mediaFolder, folder), { recursive: true, force: true });

const master = workPath('master.mkv');
if (!existsSync(master)) await renderMaster(master);
for (const rendition of renditions) {
  const path = workPath(`${rendition.height}.mp4`);
  if (!existsSync(path)) await encodeRendition(master, rendition, path, workPath(String(rendition.height)));
}

const narration = JSON.parse(await readFile(new URL('make/narration.json', import.meta.url), 'utf8'));
const cues = {};
await mkdir(join(mediaFolder, 'captions'));
for (const { code } of languages) {
  cues[code] = captionCues(await makeAudio(code, narration, workFolder, workPath(`${code}.aac`)));
  await writeFile(join(mediaFolder, `captions/${code}.vtt`), webvtt(cues[code]));
}

/** Writes the segments (with `cutSegments`), the text and all playlists of one kind of packaging into `folder`. */
async function packageHls({ folder, cutSegments, extension, initFile, heights, startTicks, version }) {
  const writeText = (name, text) => writeFile(join(mediaFolder, folder, name), text);
  const writeTrack = async (name, source) => {
    const segments = await cutSegments(workPath(source), join(mediaFolder, folder, name));
    await writeText(`${name}.m3u8`, mediaPlaylist({ ...segments, folder: name, extension, initFile }));
    return segments;
  };
  const [videos, audios] = [[], []];
  for (const rendition of renditions.filter(({ height }) => heights.includes(height))) {
    videos.push({ ...rendition, track: await writeTrack(`video-${rendition.height}`, `${rendition.height}.mp4`) });
  }
  for (const { code } of languages) {
    audios.push(await writeTrack(`audio-${code}`, `${code}.aac`));
    await mkdir(join(mediaFolder, folder, `text-${code}`));
    const texts = textSegments(cues[code], startTicks);
    for (const [i, text] of texts.entries()) await writeText(`text-${code}/${i + 1}.vtt`, text);
    await writeText(`text-${code}.m3u8`, mediaPlaylist({ durations: texts.map(() => 8), folder: `text-${code}`, extension: '.vtt' }));
  }
  await writeText('master.m3u8', multivariantPlaylist({ videos, audios, version }));
  return { videos, audios };
}

const tracks = await packageHls({ folder: 'cmaf', cutSegments: cutCmaf, extension: '.m4s', initFile: 'init.mp4', heights: [240, 360, 720], startTicks: 0, version: 7 });
await writeFile(join(mediaFolder, 'cmaf/manifest.mpd'), renderMpd(tracks));
await packageHls({ folder: 'ts', cutSegments: cutTs, extension: '.ts', heights: [240, 360], startTicks: tsStartTicks, version: 4 });

await ffmpeg(['-i', workPath('360.mp4'), '-i', workPath('en.aac'), '-map', '0:v', '-map', '1:a', '-c', 'copy', '-map_metadata', '-1',
  '-metadata:s:a:0', 'language=eng', '-movflags', '+faststart', join(mediaFolder, 'film.mp4')]);
await writeFile(join(mediaFolder, 'chapters.vtt'), webvtt(chapters));
await makePosterAndThumbnails(mediaFolder);
if (!process.argv[2]) await rm(workFolder, { recursive: true });
