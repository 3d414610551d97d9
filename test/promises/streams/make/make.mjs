/**
 * Generates `test/promises/streams/media`, run manually once: `node test/promises/streams/make/make.mjs`. Needs ffmpeg (libvpx, libopus, libvorbis,
 * libmp3lame, aac). Writes four seconds of the demo video in additional formats. Everything else in the table is repackaged from the
 * demo's media while the tests run.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const film = here('../../../../demo/media/film.mp4');
const media = here('../media/');
mkdirSync(media, { recursive: true });

const make = (name, ...options) => makeSeconds('4', name, ...options);

const makeSeconds = (seconds, name, ...options) => makeFrom([], seconds, name, '-map_metadata', '-1', ...options);

/** `inputs` are the options of further inputs, after the demo's video. */
const makeFrom = (inputs, seconds, name, ...options) => {
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

make('film.webm', '-c:v', 'libvpx-vp9', '-b:v', '120k', '-deadline', 'good', '-cpu-used', '4', '-c:a', 'libopus', '-b:a', '48k');
make('sound.mp3', '-vn', '-c:a', 'libmp3lame', '-b:a', '48k');
make('sound.m4a', '-vn', '-c:a', 'copy', '-movflags', '+faststart');
make('sound.ogg', '-vn', '-c:a', 'libvorbis', '-q:a', '0');
make('moov-last.mp4', '-c', 'copy');
make('fragmented.mp4', '-c', 'copy', '-movflags', '+frag_keyframe+empty_moov+default_base_moof');
// Without an index (Xing), at a constant bit rate.
makeSeconds('60', 'long.mp3', '-vn', '-ac', '1', '-ar', '16000', '-c:a', 'libmp3lame', '-b:a', '16k', '-write_xing', '0');
makeSeconds('2', 'sound.wav', '-vn', '-ac', '1', '-ar', '8000', '-c:a', 'pcm_s16le');
make('sound.flac', '-vn', '-ac', '1', '-ar', '8000', '-c:a', 'flac');
make('sound.aac', '-vn', '-c:a', 'copy', '-f', 'adts');
// Almost silent, because most of a loud file is incompressible.
makeSeconds('60', 'long.flac', '-vn', '-ac', '1', '-ar', '8000', '-sample_fmt', 's16', '-af', 'volume=0.02', '-c:a', 'flac');
make('film-vp8.webm', '-c:v', 'libvpx', '-b:v', '120k', '-deadline', 'good', '-cpu-used', '4', '-c:a', 'libvorbis', '-q:a', '0');
make('opus.ogg', '-vn', '-c:a', 'libopus', '-b:a', '32k');

// Two audio tracks, captions in two languages and chapters, between the media.
const texts = mkdtempSync(join(tmpdir(), 'texts-'));
const write = (name, lines) => {
  writeFileSync(join(texts, name), `${lines.join('\n')}\n`);
  return ['-i', join(texts, name)];
};
const caption = (number, from, to, text) => [number, `00:00:0${from},000 --> 00:00:0${to},000`, text, ''];
const chapter = (start, end, title) => ['[CHAPTER]', 'TIMEBASE=1/1', `START=${start}`, `END=${end}`, `title=${title}`];
const inputs = [
  ...['-f', 'lavfi', '-t', '6', '-i', 'sine=frequency=440:sample_rate=48000'],
  ...write('en.srt', [...caption(1, 0, 2, 'R&D: 1 < 2'), ...caption(2, 3, 5, 'The second caption')]),
  ...write('nl.srt', caption(1, 0, 2, 'De eerste ondertitel')),
  ...write('chapters.txt', [';FFMETADATA1', ...chapter(0, 3, 'Beginning'), ...chapter(3, 6, 'End')])
];
makeFrom(
  inputs,
  '6',
  'tracks.mp4',
  ...['-map', '0:v', '-map', '0:a', '-map', '1:a', '-map', '2', '-map', '3', '-map_metadata', '4', '-map_chapters', '4'],
  ...['-c:v', 'copy', '-c:a:0', 'copy', '-c:a:1', 'aac', '-b:a:1', '32k', '-ac:a:1', '1', '-c:s', 'mov_text'],
  ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=nld', '-metadata:s:a:1', 'handler_name=Nederlands'],
  ...['-metadata:s:s:0', 'language=eng', '-metadata:s:s:1', 'language=nld', '-disposition:a:0', 'default']
);
