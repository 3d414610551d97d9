import { createCipheriv } from 'node:crypto';
import {
  codecs,
  cuesInSegment,
  makeKeyFramesFile,
  readInitSegment,
  readDemoMedia,
  segmentSeconds,
  readSegment,
  segmentCount,
  makeSingleFile
} from './film.mjs';
import { encryptInit, encryptSegment, isVideo } from '../../../demo/server/cenc.mjs';
import { withCea608 } from './make/cea-608.mjs';
import { makeStppSegment, makeTextInit } from './make/text-track.mjs';

const joinLines = (...all) => `${['#EXTM3U', '#EXT-X-VERSION:7', ...all.flat()].join('\n')}\n`;

/** A multivariant playlist of one variant; `more` are additional attributes. */
const multivariantPlaylist = (uri, { more = '', tags = [], codec = 'avc1.4d4015' } = {}) =>
  joinLines('#EXT-X-INDEPENDENT-SEGMENTS', tags, `#EXT-X-STREAM-INF:BANDWIDTH=200000,RESOLUTION=426x240,CODECS="${codec}"${more}`, uri);

/** A media playlist with an end; `body` are its segment lines. */
const mediaPlaylist = (duration, ...body) =>
  joinLines(`#EXT-X-TARGETDURATION:${duration}`, '#EXT-X-MEDIA-SEQUENCE:1', '#EXT-X-PLAYLIST-TYPE:VOD', body.flat(), '#EXT-X-ENDLIST');

const segmentLines = (count, duration, uri) =>
  Array.from({ length: count }, (_, index) => [`#EXTINF:${duration.toFixed(3)},`, uri(index + 1)]).flat();

/** A playlist of the demo video, with additional lines before its segments. */
const videoPlaylist = (...tags) =>
  mediaPlaylist(
    segmentSeconds,
    '#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"',
    tags,
    segmentLines(segmentCount, segmentSeconds, (number) => `/media/cmaf/video-240/${number}.m4s`)
  );

const aes128 = {
  key: Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex'),
  iv: (number) => Buffer.from(number.toString(16).padStart(32, '0'), 'hex')
};

function encryptTs(number) {
  const cipher = createCipheriv('aes-128-cbc', aes128.key, aes128.iv(number));
  return Buffer.concat([cipher.update(readDemoMedia(`ts/video-240/${number}.ts`)), cipher.final()]);
}

/** The key of the ClearKey streams, which the licence server of `server.mjs` returns. */
export const clearKey = { id: '00112233445566778899aabbccddeeff', key: 'ffeeddccbbaa99887766554433221100' };

/** The key tags of a playlist for each key system. */
const keyTags = {
  clearKey: `#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,KEYFORMAT="org.w3.clearkey",KEYFORMATVERSIONS="1",KEYID=0x${clearKey.id},URI="data:text/plain;base64,AAAA"`,
  fairPlay: `#EXT-X-KEY:METHOD=SAMPLE-AES,KEYFORMAT="com.apple.streamingkeydelivery",KEYFORMATVERSIONS="1",URI="skd://${clearKey.id}"`
};

const encryptedPlaylist = (track, keyTag = keyTags.clearKey) =>
  mediaPlaylist(
    segmentSeconds,
    keyTag,
    `#EXT-X-MAP:URI="/streams/clear-key/${track}/init.mp4"`,
    segmentLines(segmentCount, segmentSeconds, (number) => `/streams/clear-key/${track}/${number}.m4s`)
  );

/** The start time of the live channel that ends, in milliseconds since 1970; it restarts after a minute. */
let channelStart;

/** The HLS streams by path below `/streams/`: a body, or a function that makes it from the number in the path, written as `#`. */
export const hls = {
  'audio-only/master.m3u8': joinLines('#EXT-X-STREAM-INF:BANDWIDTH=70000,CODECS="mp4a.40.2"', '/media/cmaf/audio-en.m3u8'),

  'imsc/master.m3u8': multivariantPlaylist('/media/cmaf/video-240.m3u8', {
    codec: `${codecs['video-240']},stpp.ttml.im1t`,
    more: ',SUBTITLES="subs"',
    tags: ['#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subs",NAME="English",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,URI="text.m3u8"']
  }),
  'imsc/text.m3u8': mediaPlaylist(
    8,
    '#EXT-X-MAP:URI="text.mp4"',
    segmentLines(8, 8, (number) => `${number}.m4s`)
  ),
  'imsc/text.mp4': () => makeTextInit('stpp'),
  'imsc/#.m4s': (number) => makeStppSegment(number, (number - 1) * 8000, number * 8000, cuesInSegment(number)),

  'cea-608/master.m3u8': multivariantPlaylist('video.m3u8', {
    more: ',CLOSED-CAPTIONS="cc"',
    tags: ['#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="cc",NAME="English",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,INSTREAM-ID="CC1"']
  }),
  'cea-608/video.m3u8': mediaPlaylist(
    segmentSeconds,
    '#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"',
    segmentLines(segmentCount, segmentSeconds, (number) => `${number}.m4s`)
  ),
  'cea-608/#.m4s': (number) => withCea608(readSegment('video-240', number), `LINE ${number}`),

  'aes-128/video.m3u8': mediaPlaylist(
    4,
    '#EXT-X-KEY:METHOD=AES-128,URI="key"',
    segmentLines(16, 4, (number) => `${number}.ts`)
  ),
  'aes-128/key': aes128.key,
  'aes-128/#.ts': encryptTs,

  // The timestamps of the transport stream jump at the second segment, which the tag announces.
  'discontinuity/video.m3u8': mediaPlaylist(
    4,
    segmentLines(1, 4, () => '/media/ts/video-240/1.ts'),
    '#EXT-X-DISCONTINUITY',
    segmentLines(3, 4, (number) => `/media/ts/video-240/${number + 9}.ts`)
  ),

  'byte-range/video.m3u8': () => {
    const { head, ranges } = makeSingleFile('video-240');
    const body = ranges.map(({ offset, length }) => [
      `#EXTINF:${segmentSeconds}.000,`,
      `#EXT-X-BYTERANGE:${length}@${offset}`,
      'video.mp4'
    ]);
    return mediaPlaylist(segmentSeconds, `#EXT-X-MAP:URI="video.mp4",BYTERANGE="${head}@0"`, body.flat());
  },
  'byte-range/video.mp4': () => makeSingleFile('video-240').bytes,

  'dates/video.m3u8': videoPlaylist(
    '#EXT-X-PROGRAM-DATE-TIME:2025-06-01T12:00:00.000Z',
    '#EXT-X-DATERANGE:ID="goal",CLASS="test.event",START-DATE="2025-06-01T12:00:01.000Z",DURATION=3,X-TITLE="Goal"'
  ),

  'i-frames/master.m3u8': multivariantPlaylist('/media/cmaf/video-240.m3u8', {
    tags: ['#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=20000,RESOLUTION=426x240,CODECS="avc1.4d4015",URI="frames.m3u8"']
  }),
  'i-frames/frames.m3u8': () => {
    const { head, ranges } = makeKeyFramesFile('video-240');
    const body = ranges.map(({ offset, length }) => [
      `#EXTINF:${segmentSeconds}.000,`,
      `#EXT-X-BYTERANGE:${length}@${offset}`,
      'frames.mp4'
    ]);
    return mediaPlaylist(segmentSeconds, '#EXT-X-I-FRAMES-ONLY', `#EXT-X-MAP:URI="frames.mp4",BYTERANGE="${head}@0"`, body.flat());
  },
  'i-frames/frames.mp4': () => makeKeyFramesFile('video-240').bytes,

  'redundant/master.m3u8': joinLines(
    '#EXT-X-INDEPENDENT-SEGMENTS',
    [240, 360, 240, 360].flatMap((height, index) => [
      `#EXT-X-STREAM-INF:BANDWIDTH=${height * 1000},RESOLUTION=${Math.round((height * 16) / 9)}x${height},CODECS="avc1.4d401e"`,
      `/media/cmaf/video-${height}.m3u8?host=${index < 2 ? 'a' : 'b'}`
    ])
  ),

  'images/master.m3u8': multivariantPlaylist('/media/cmaf/video-240.m3u8', {
    tags: ['#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=5000,RESOLUTION=160x90,CODECS="jpeg",URI="images.m3u8"']
  }),
  'images/images.m3u8': mediaPlaylist(
    64,
    '#EXT-X-IMAGES-ONLY',
    '#EXTINF:64.000,',
    '#EXT-X-TILES:RESOLUTION=160x90,LAYOUT=8x4,DURATION=2.000',
    '/media/thumbnails.jpg'
  ),

  'clear-key/master.m3u8': multivariantPlaylist('video-240.m3u8', {
    codec: 'avc1.4d4015,mp4a.40.2',
    more: ',AUDIO="audio"',
    tags: ['#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,URI="audio-en.m3u8"']
  }),
  'clear-key/video-240.m3u8': encryptedPlaylist('video-240'),
  'clear-key/audio-en.m3u8': encryptedPlaylist('audio-en'),
  ...Object.fromEntries(
    ['video-240', 'audio-en'].flatMap((track) => [
      [`clear-key/${track}/init.mp4`, () => encryptInit(readInitSegment(track), clearKey)],
      [`clear-key/${track}/#.m4s`, (number) => encryptSegment(readSegment(track, number), clearKey, isVideo(readInitSegment(track)))]
    ])
  ),

  'fair-play/master.m3u8': multivariantPlaylist('video-240.m3u8'),
  'fair-play/video-240.m3u8': encryptedPlaylist('video-240', keyTags.fairPlay),

  // The playlist is live until six seconds after its first request.
  'ending/video.m3u8': () => {
    channelStart = Date.now() - (channelStart ?? Date.now()) < 60_000 ? (channelStart ?? Date.now()) : Date.now();
    const hasEnded = Date.now() - channelStart > 6000;
    const head = ['#EXT-X-TARGETDURATION:2', '#EXT-X-MEDIA-SEQUENCE:1', '#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"'];
    const parts = segmentLines(hasEnded ? 6 : 5, segmentSeconds, (number) => `/media/cmaf/video-240/${number}.m4s`);
    return joinLines(head, parts, hasEnded ? ['#EXT-X-ENDLIST'] : []);
  },

  'many/video.m3u8': () =>
    mediaPlaylist(
      segmentSeconds,
      '#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"',
      segmentLines(100_000, segmentSeconds, (number) => `/streams/many/${number}.m4s`)
    ),
  'many/#.m4s': (number) => readSegment('video-240', ((number - 1) % segmentCount) + 1)
};
