/**
 * Generates `test/promises/streams/media`: a few seconds of the demo video in additional formats. It is run by hand, with
 * `node test/promises/streams/make/make.mjs`, when a file is added, and needs ffmpeg (libvpx, libopus, libvorbis, libmp3lame, aac). All
 * other streams are repackaged from the demo's media while the tests run.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const film = pathOf('../../../../demo/media/film.mp4');
const media = pathOf('../media/');
mkdirSync(media, { recursive: true });

const makeFile = (name, ...options) => makeFileOf('4', name, ...options);

const makeFileOf = (seconds, name, ...options) => runFfmpeg([], seconds, name, '-map_metadata', '-1', ...options);

/** Writes the file `name`. `inputs` are the options of further inputs, which follow the demo's video. */
const runFfmpeg = (inputs, seconds, name, ...options) => {
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-t',
    seconds,
    '-i',
    film,
    ...inputs,
    '-fflags',
    '+bitexact',
    ...options,
    `${media}${name}`
  ]);
};

makeFile('film.webm', '-c:v', 'libvpx-vp9', '-b:v', '120k', '-deadline', 'good', '-cpu-used', '4', '-c:a', 'libopus', '-b:a', '48k');
makeFile('sound.mp3', '-vn', '-c:a', 'libmp3lame', '-b:a', '48k');
makeFile('sound.m4a', '-vn', '-c:a', 'copy', '-movflags', '+faststart');
makeFile('sound.ogg', '-vn', '-c:a', 'libvorbis', '-q:a', '0');
makeFile('moov-last.mp4', '-c', 'copy');
makeFile('fragmented.mp4', '-c', 'copy', '-movflags', '+frag_keyframe+empty_moov+default_base_moof');
// The file has no index (a Xing header), and a constant bit rate.
makeFileOf('60', 'long.mp3', '-vn', '-ac', '1', '-ar', '16000', '-c:a', 'libmp3lame', '-b:a', '16k', '-write_xing', '0');
makeFileOf('2', 'sound.wav', '-vn', '-ac', '1', '-ar', '8000', '-c:a', 'pcm_s16le');
makeFile('sound.flac', '-vn', '-ac', '1', '-ar', '8000', '-c:a', 'flac');
makeFile('sound.aac', '-vn', '-c:a', 'copy', '-f', 'adts');
// The audio is almost silent, because most of a loud file is incompressible.
makeFileOf('60', 'long.flac', '-vn', '-ac', '1', '-ar', '8000', '-sample_fmt', 's16', '-af', 'volume=0.02', '-c:a', 'flac');
makeFile('film-vp8.webm', '-c:v', 'libvpx', '-b:v', '120k', '-deadline', 'good', '-cpu-used', '4', '-c:a', 'libvorbis', '-q:a', '0');
makeFile('opus.ogg', '-vn', '-c:a', 'libopus', '-b:a', '32k');

// The file has two audio tracks, captions in two languages, and chapters.
const textFolder = mkdtempSync(join(tmpdir(), 'texts-'));
const writeInput = (name, lines) => {
  writeFileSync(join(textFolder, name), `${lines.join('\n')}\n`);
  return ['-i', join(textFolder, name)];
};
const caption = (number, from, to, text) => [number, `00:00:0${from},000 --> 00:00:0${to},000`, text, ''];
const chapter = (start, end, title) => ['[CHAPTER]', 'TIMEBASE=1/1', `START=${start}`, `END=${end}`, `title=${title}`];
const inputs = [
  ...['-f', 'lavfi', '-t', '6', '-i', 'sine=frequency=440:sample_rate=48000'],
  ...writeInput('en.srt', [...caption(1, 0, 2, 'R&D: 1 < 2'), ...caption(2, 3, 5, 'The second caption')]),
  ...writeInput('nl.srt', caption(1, 0, 2, 'De eerste ondertitel')),
  ...writeInput('chapters.txt', [';FFMETADATA1', ...chapter(0, 3, 'Beginning'), ...chapter(3, 6, 'End')])
];
runFfmpeg(
  inputs,
  '6',
  'tracks.mp4',
  ...['-map', '0:v', '-map', '0:a', '-map', '1:a', '-map', '2', '-map', '3', '-map_metadata', '4', '-map_chapters', '4'],
  ...['-c:v', 'copy', '-c:a:0', 'copy', '-c:a:1', 'aac', '-b:a:1', '32k', '-ac:a:1', '1', '-c:s', 'mov_text'],
  ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=nld', '-metadata:s:a:1', 'handler_name=Nederlands'],
  ...['-metadata:s:s:0', 'language=eng', '-metadata:s:s:1', 'language=nld', '-disposition:a:0', 'default']
);

// The captions of the file are in its fragments.
const captions = [...caption(1, 0, 1, 'R&D: 1 < 2'), ...caption(2, 1, 3, 'The second caption')];
runFfmpeg(
  writeInput('fragmented.srt', captions),
  '4',
  'fragmented-captions.mp4',
  ...['-map', '0:v', '-map', '1', '-map_metadata', '-1', '-c:v', 'copy', '-c:s', 'mov_text', '-metadata:s:s:0', 'language=eng'],
  ...['-t', '4', '-movflags', '+frag_keyframe+empty_moov+default_base_moof']
);
