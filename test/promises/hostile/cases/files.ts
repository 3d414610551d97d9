import { readFileSync } from 'node:fs';
import type { Answer } from '../../../support/world.js';
import { hlsAnswer, redirectTo, type HostileCase } from '../case.js';
import { multivariantPlaylist } from '../manifests/hls.js';

/** A video of four seconds whose index (`moov`) is after the media. */
const video = readFileSync(new URL('../../streams/media/moov-last.mp4', import.meta.url));
/** The same video with an empty box of eight megabytes before the index, so that the player requests the index with a second request. */
const longVideo = withGap(video, 8_000_000);
const thirdPartyVideo = 'https://cdn.evil.test/media/film.mp4';
const thirdPartyPlaylist = hlsAnswer(multivariantPlaylist('', 'https://cdn.evil.test/media/cmaf/video-240.m3u8'));
const rangeAnswer: Answer = { body: video, type: 'video/mp4', ranges: true };
const twoRequestAnswer: Answer = { ...rangeAnswer, body: longVideo };

/** Markup with the length of the caption that it replaces. */
const imageMarkup = '<img src=//e.test>';
const videoWithMarkup = Buffer.from(
  readFileSync(new URL('../../streams/media/tracks.mp4', import.meta.url))
    .toString('latin1')
    .replace('The second caption', imageMarkup),
  'latin1'
);

/** Returns a file with an empty box before its `moov` box. */
function withGap(file: Buffer, bytes: number): Buffer {
  const gap = Buffer.alloc(bytes);
  gap.writeUInt32BE(bytes);
  gap.write('free', 4);
  const moov = file.lastIndexOf('moov') - 4;
  return Buffer.concat([file.subarray(0, moov), gap, file.subarray(moov)]);
}

const containerTypes = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf']);

/** Returns MP4 boxes in which a data reference says that the samples are in a file on another host (ISO/IEC 14496-12, 8.7.2). */
function withDataOnOtherHost(boxes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let offset = 0; offset < boxes.length;) {
    const size = boxes.readUInt32BE(offset);
    const type = boxes.toString('latin1', offset + 4, offset + 8);
    let content = boxes.subarray(offset + 8, offset + size);
    if (containerTypes.has(type)) content = withDataOnOtherHost(content);
    if (type === 'dref') {
      const reference = Buffer.from(`\0\0\0\0url \0\0\0\0${thirdPartyVideo}\0`);
      reference.writeUInt32BE(reference.length);
      content = Buffer.concat([content.subarray(0, 8), reference]);
    }
    const header = Buffer.from(`\0\0\0\0${type}`, 'latin1');
    header.writeUInt32BE(content.length + 8);
    parts.push(header, content);
    offset += size;
  }
  return Buffer.concat(parts);
}

const fileCase = (name: string, overrides: Partial<HostileCase>): HostileCase => ({
  name,
  catalogueRow: 'native-redirect',
  src: '/case/film.mp4',
  files: {},
  atNormalSpeed: true,
  ...overrides
});

/** Returns the parts of a case with a file on an allowed host without CORS, which the browser may not play without the player's engine. */
const withoutCors = (original: Answer): Partial<HostileCase> => ({
  src: 'https://media.page-cdn.test/case/film.mp4',
  allow: ['https://media.page-cdn.test'],
  attributes: { 'native-files': 'never' },
  files: {
    'https://media.page-cdn.test/case/film.mp4': { ...original, headers: { ...original.headers, 'access-control-allow-origin': 'null' } }
  }
});

/** Attacks with a file that the player fetches through the guard. */
export const files: readonly HostileCase[] = [
  fileCase('a file that is read in parts', { files: { '/case/film.mp4': rangeAnswer }, playsToSeconds: 0.5 }),
  fileCase('a file whose data references name another host', {
    files: { '/case/film.mp4': { ...rangeAnswer, body: withDataOnOtherHost(video) } },
    playsToSeconds: 0.5
  }),
  fileCase('a file whose captions are markup that names another host', {
    src: '/case/tracks.mp4',
    files: { '/case/tracks.mp4': { ...rangeAnswer, body: videoWithMarkup } },
    viewerAction: 'show captions',
    playsToSeconds: 4
  }),
  fileCase('a file whose first response sets a cookie', {
    files: { '/case/film.mp4': { ...twoRequestAnswer, headers: { 'set-cookie': 'id=viewer-4711; Path=/case/' }, then: twoRequestAnswer } },
    playsToSeconds: 0.5
  }),
  fileCase('a file whose second request is redirected', {
    files: { '/case/film.mp4': { ...twoRequestAnswer, then: redirectTo(thirdPartyVideo) } }
  }),
  fileCase('a file whose second response is a playlist', {
    files: { '/case/film.mp4': { ...twoRequestAnswer, then: thirdPartyPlaylist } }
  }),
  fileCase('a file that redirects, on a host without CORS, with native-files="never"', withoutCors(redirectTo(thirdPartyVideo))),
  fileCase('a playlist named like a file, on a host without CORS, with native-files="never"', withoutCors(thirdPartyPlaylist))
];
