import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readDecodeTime, readTimescale } from '../../server/cmaf.mjs';
import { ffmpeg } from './encode.mjs';

const videoLength = 64;

/**
 * Cuts the first track of `file` into CMAF segments of two seconds: `folder`/init.mp4, 1.m4s, 2.m4s ... Resolves to their
 * `durations` in seconds and `sizes` in bytes, in order, as cutTs does.
 */
export async function cutCmaf(file, folder) {
  await mkdir(folder, { recursive: true });
  await ffmpeg(['-i', file, '-map', '0:0', '-c', 'copy', '-map_metadata', '-1', '-fflags', '+bitexact', '-f', 'dash', '-seg_duration', '2',
    '-use_timeline', '0', '-init_seg_name', 'init.mp4', '-media_seg_name', '$Number$.m4s', join(folder, 'unused.mpd')]);
  await rm(join(folder, 'unused.mpd'));
  const timescale = readTimescale(await readFile(join(folder, 'init.mp4')));
  const segments = await readNumberedFiles(folder, '.m4s');
  const starts = [...segments.map((segment) => Number(readDecodeTime(segment)) / timescale), videoLength];
  return { durations: segments.map((_, i) => starts[i + 1] - starts[i]), sizes: segments.map((segment) => segment.length) };
}

/** Cuts the first track of `file` into transport stream segments of four seconds whose clock starts at ten: `folder`/1.ts ... */
export async function cutTs(file, folder) {
  await mkdir(folder, { recursive: true });
  const playlistFile = join(folder, 'unused.m3u8');
  await ffmpeg(['-i', file, '-map', '0:0', '-c', 'copy', '-map_metadata', '-1', '-output_ts_offset', '10', '-f', 'hls', '-hls_time', '4',
    '-hls_playlist_type', 'vod', '-start_number', '1', '-hls_segment_options', 'mpegts_copyts=1:pat_period=4:sdt_period=4',
    '-hls_segment_filename', join(folder, '%d.ts'), playlistFile]);
  const durations = [...(await readFile(playlistFile, 'utf8')).matchAll(/#EXTINF:([\d.]+)/g)].map(([, seconds]) => Number(seconds));
  await rm(playlistFile);
  return { durations, sizes: (await readNumberedFiles(folder, '.ts')).map((segment) => segment.length) };
}

async function readNumberedFiles(folder, extension) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(extension)).sort((a, b) => parseInt(a, 10) - parseInt(b, 10));
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}

/** Returns the peak and the average bits per second of a track. */
export function bandwidth({ durations, sizes }) {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return { peak: Math.max(...sizes.map((size, i) => (size * 8) / durations[i])), average: (total * 8) / videoLength };
}
