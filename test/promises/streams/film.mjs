import { readFileSync } from 'node:fs';
import { readFragment, writeChunk } from '../../../demo/server/cmaf-samples.mjs';
import { box, fullBox, u16, u32, u64 } from '../../../demo/server/boxes.mjs';

/** Reads a file of the demo media, from which most streams are made. */
export const readDemoMedia = (path) => readFileSync(new URL(`../../../demo/media/${path}`, import.meta.url));

export const readInitSegment = (track) => readDemoMedia(`cmaf/${track}/init.mp4`);
export const readSegment = (track, number) => readDemoMedia(`cmaf/${track}/${number}.m4s`);

/** Every CMAF track of the demo has 32 segments of two seconds, numbered from 1. */
export const segmentCount = 32;
export const segmentSeconds = 2;
export const codecs = { 'video-240': 'avc1.4d4015', 'video-360': 'avc1.4d401e', 'audio-en': 'mp4a.40.2', 'audio-nl': 'mp4a.40.2' };

/** One numbered cue for each eight seconds of the video, with its times in milliseconds. */
export const cues = Array.from({ length: 8 }, (_, index) => ({
  start: index * 8000 + 250,
  end: index * 8000 + 7750,
  text: `Cue ${index + 1}`
}));
export const cuesInSegment = (number) => cues.slice(number - 1, number);

/** Returns a segment as one fragment, without the boxes `styp` and `sidx`. */
const readBareFragment = (track, number) => writeChunk(readFragment(readSegment(track, number)));

/**
 * Returns a track as one file with an index (`sidx`; ISO/IEC 14496-12, 8.16.3). `head` and `index` are the lengths of the init segment and
 * of the index, and `ranges` the offset and length of each segment, in bytes.
 */
export function makeSingleFile(track) {
  const initSegment = readInitSegment(track);
  const parts = Array.from({ length: segmentCount }, (_, index) => readBareFragment(track, index + 1));
  const timescale = track.startsWith('video') ? 12_800 : 48_000;
  const times = Array.from({ length: segmentCount }, (_, index) => readFragment(readSegment(track, index + 1)).time);
  times.push(BigInt(64 * timescale));
  const references = parts.map((part, index) =>
    Buffer.concat([u32(part.length), u32(Number(times[index + 1] - times[index])), u32(0x90000000)])
  );
  const sidx = fullBox('sidx', 1, 0, u32(1), u32(timescale), u64(0), u64(0), u16(0), u16(parts.length), ...references);
  let at = initSegment.length + sidx.length;
  const ranges = parts.map(({ length }) => ({ offset: (at += length) - length, length }));
  return { bytes: Buffer.concat([initSegment, sidx, ...parts]), head: initSegment.length, index: sidx.length, ranges };
}

/** Returns the first frame of every segment of a track in one file, each in its own fragment; `head` and `ranges` are as above. */
export function makeKeyFramesFile(track) {
  const initSegment = readInitSegment(track);
  const parts = Array.from({ length: segmentCount }, (_, index) => {
    const { samples, ...fragment } = readFragment(readSegment(track, index + 1));
    const duration = samples.reduce((sum, sample) => sum + sample.duration, 0);
    return writeChunk({ ...fragment, samples: [{ ...samples[0], duration }] });
  });
  let at = initSegment.length;
  const ranges = parts.map(({ length }) => ({ offset: (at += length) - length, length }));
  return { bytes: Buffer.concat([initSegment, ...parts]), head: initSegment.length, ranges };
}

/** Returns an in-band event (ISO/IEC 23009-1, 5.10.3.3). The times are in milliseconds. */
export const emsgBox = ({ scheme, value, start, duration, id, data }) =>
  box('emsg', [1, 0, 0, 0], u32(1000), u64(start), u32(duration), u32(id), Buffer.from(`${scheme}\0${value}\0${data}`));
