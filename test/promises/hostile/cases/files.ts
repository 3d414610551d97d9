import { readFileSync } from 'node:fs';
import type { Answer } from '../../../support/world.js';
import { hls, redirect, type HostileCase } from '../case.js';
import { master } from '../manifests/hls.js';

/** Four seconds, whose index follows the media. */
const video = readFileSync(new URL('../../streams/media/moov-last.mp4', import.meta.url));
/** The same, with an empty box of eight megabytes before the index, so that the player sends a second request for it. */
const longVideo = withGap(video, 8_000_000);
const evilVideo = 'https://cdn.evil.test/media/film.mp4';
const evilList = hls(master('', 'https://cdn.evil.test/media/cmaf/video-240.m3u8'));
const inParts: Answer = { body: video, type: 'video/mp4', ranges: true };
const inTwoRequests: Answer = { ...inParts, body: longVideo };

/** The same length as the caption that it replaces. */
const image = '<img src=//e.test>';
const withMarkup = Buffer.from(
  readFileSync(new URL('../../streams/media/tracks.mp4', import.meta.url))
    .toString('latin1')
    .replace('The second caption', image),
  'latin1'
);

/** Inserts an empty box before the `moov` of a file. */
function withGap(file: Buffer, bytes: number): Buffer {
  const gap = Buffer.alloc(bytes);
  gap.writeUInt32BE(bytes);
  gap.write('free', 4);
  const moov = file.lastIndexOf('moov') - 4;
  return Buffer.concat([file.subarray(0, moov), gap, file.subarray(moov)]);
}

const parents = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf']);

/** Returns MP4 boxes whose samples are said to be in the file of another host (ISO/IEC 14496-12, 8.7.2). */
function withDataElsewhere(boxes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < boxes.length;) {
    const size = boxes.readUInt32BE(at);
    const type = boxes.toString('latin1', at + 4, at + 8);
    let content = boxes.subarray(at + 8, at + size);
    if (parents.has(type)) content = withDataElsewhere(content);
    if (type === 'dref') {
      const address = Buffer.from(`\0\0\0\0url \0\0\0\0${evilVideo}\0`);
      address.writeUInt32BE(address.length);
      content = Buffer.concat([content.subarray(0, 8), address]);
    }
    const header = Buffer.from(`\0\0\0\0${type}`, 'latin1');
    header.writeUInt32BE(content.length + 8);
    parts.push(header, content);
    at += size;
  }
  return Buffer.concat(parts);
}

const around = (name: string, more: Partial<HostileCase>): HostileCase => ({
  name,
  row: 'native-redirect',
  src: '/case/film.mp4',
  files: {},
  unhurried: true,
  ...more
});

/** A file on an allowed host without CORS, which the publisher does not let the browser play by itself. */
const unreadable = (answer: Answer): Partial<HostileCase> => ({
  src: 'https://media.page-cdn.test/case/film.mp4',
  allow: ['https://media.page-cdn.test'],
  attributes: { 'native-files': 'never' },
  files: {
    'https://media.page-cdn.test/case/film.mp4': { ...answer, headers: { ...answer.headers, 'access-control-allow-origin': 'null' } }
  }
});

/** Attacks on a file that the guard fetches. */
export const files: readonly HostileCase[] = [
  around('a file that is read in parts', { files: { '/case/film.mp4': inParts }, playsTo: 0.5 }),
  around('a file whose data references name another host', {
    files: { '/case/film.mp4': { ...inParts, body: withDataElsewhere(video) } },
    playsTo: 0.5
  }),
  around('a file whose captions are markup that names another host', {
    src: '/case/tracks.mp4',
    files: { '/case/tracks.mp4': { ...inParts, body: withMarkup } },
    act: 'show captions',
    playsTo: 4
  }),
  around('a file whose first response sets a cookie', {
    files: { '/case/film.mp4': { ...inTwoRequests, headers: { 'set-cookie': 'id=viewer-4711; Path=/case/' }, then: inTwoRequests } },
    playsTo: 0.5
  }),
  around('a file whose second request is redirected', { files: { '/case/film.mp4': { ...inTwoRequests, then: redirect(evilVideo) } } }),
  around('a file whose second response is a playlist', { files: { '/case/film.mp4': { ...inTwoRequests, then: evilList } } }),
  around('a file that redirects, on a host without CORS, with native-files="never"', unreadable(redirect(evilVideo))),
  around('a playlist named like a file, on a host without CORS, with native-files="never"', unreadable(evilList))
];
