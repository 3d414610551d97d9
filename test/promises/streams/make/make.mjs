/**
 * Generates `test/promises/streams/media`, run manually once: `node test/promises/streams/make/make.mjs`. Needs ffmpeg (libvpx, libopus, libvorbis,
 * libmp3lame, aac). Writes four seconds of the demo video in additional formats. Everything else in the table is repackaged from the
 * demo's media while the tests run.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const film = here('../../../../demo/media/film.mp4');
const media = here('../media/');
mkdirSync(media, { recursive: true });

const make = (name, ...options) => makeSeconds('4', name, ...options);

const makeSeconds = (seconds, name, ...options) =>
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-t',
    seconds,
    '-i',
    film,
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    ...options,
    `${media}${name}`
  ]);

make('film.webm', '-c:v', 'libvpx-vp9', '-b:v', '120k', '-deadline', 'good', '-cpu-used', '4', '-c:a', 'libopus', '-b:a', '48k');
make('sound.mp3', '-vn', '-c:a', 'libmp3lame', '-b:a', '48k');
make('sound.m4a', '-vn', '-c:a', 'copy', '-movflags', '+faststart');
make('sound.ogg', '-vn', '-c:a', 'libvorbis', '-q:a', '0');
make('moov-last.mp4', '-c', 'copy');
make('fragmented.mp4', '-c', 'copy', '-movflags', '+frag_keyframe+empty_moov+default_base_moof');
// Without an index (Xing), at a constant bit rate.
makeSeconds('60', 'long.mp3', '-vn', '-ac', '1', '-ar', '16000', '-c:a', 'libmp3lame', '-b:a', '16k', '-write_xing', '0');
