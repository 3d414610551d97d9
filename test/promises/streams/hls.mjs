import { createCipheriv } from 'node:crypto';
import { codecs, cuesOf, framesFile, init, media, seconds, segment, segments, singleFile } from './film.mjs';
import { encryptInit, encryptSegment, isVideo } from '../../../demo/server/cenc.mjs';
import { withCea608 } from './make/cea-608.mjs';
import { stppSegment, textInit } from './make/text-track.mjs';

const lines = (...all) => `${['#EXTM3U', '#EXT-X-VERSION:7', ...all.flat()].join('\n')}\n`;

/** A multivariant playlist of one variant; `more` are additional attributes. */
const master = (uri, { more = '', tags = [], codec = 'avc1.4d4015' } = {}) =>
  lines('#EXT-X-INDEPENDENT-SEGMENTS', tags, `#EXT-X-STREAM-INF:BANDWIDTH=200000,RESOLUTION=426x240,CODECS="${codec}"${more}`, uri);

/** A media playlist with an end; `body` are its segment lines. */
const playlist = (duration, ...body) =>
  lines(`#EXT-X-TARGETDURATION:${duration}`, '#EXT-X-MEDIA-SEQUENCE:1', '#EXT-X-PLAYLIST-TYPE:VOD', body.flat(), '#EXT-X-ENDLIST');

const each = (count, duration, uri) =>
  Array.from({ length: count }, (_, index) => [`#EXTINF:${duration.toFixed(3)},`, uri(index + 1)]).flat();

/** The demo video, with additional lines before its segments. */
const video = (...tags) =>
  playlist(
    seconds,
    '#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"',
    tags,
    each(segments, seconds, (number) => `/media/cmaf/video-240/${number}.m4s`)
  );

const aes = {
  key: Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex'),
  iv: (number) => Buffer.from(number.toString(16).padStart(32, '0'), 'hex')
};

function encryptTs(number) {
  const cipher = createCipheriv('aes-128-cbc', aes.key, aes.iv(number));
  return Buffer.concat([cipher.update(media(`ts/video-240/${number}.ts`)), cipher.final()]);
}

/** The key of the ClearKey rows, which `license` returns. */
export const clearKey = { id: '00112233445566778899aabbccddeeff', key: 'ffeeddccbbaa99887766554433221100' };

/** The key tags of a playlist for each key system. */
const keyTags = {
  clearKey: `#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,KEYFORMAT="org.w3.clearkey",KEYFORMATVERSIONS="1",KEYID=0x${clearKey.id},URI="data:text/plain;base64,AAAA"`,
  fairPlay: `#EXT-X-KEY:METHOD=SAMPLE-AES,KEYFORMAT="com.apple.streamingkeydelivery",KEYFORMATVERSIONS="1",URI="skd://${clearKey.id}"`
};

const protectedPlaylist = (track, keyTag = keyTags.clearKey) =>
  playlist(
    seconds,
    keyTag,
    `#EXT-X-MAP:URI="/streams/clear-key/${track}/init.mp4"`,
    each(segments, seconds, (number) => `/streams/clear-key/${track}/${number}.m4s`)
  );

/** The start time of the channel that ends; it restarts after a minute. */
let begun;

/** Bodies by path below `/streams/`: a complete body, or a function of the number in the path. */
export const hls = {
  'audio-only/master.m3u8': lines('#EXT-X-STREAM-INF:BANDWIDTH=70000,CODECS="mp4a.40.2"', '/media/cmaf/audio-en.m3u8'),

  'imsc/master.m3u8': master('/media/cmaf/video-240.m3u8', {
    codec: `${codecs['video-240']},stpp.ttml.im1t`,
    more: ',SUBTITLES="subs"',
    tags: ['#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subs",NAME="English",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,URI="text.m3u8"']
  }),
  'imsc/text.m3u8': playlist(
    8,
    '#EXT-X-MAP:URI="text.mp4"',
    each(8, 8, (number) => `${number}.m4s`)
  ),
  'imsc/text.mp4': () => textInit('stpp'),
  'imsc/#.m4s': (number) => stppSegment(number, (number - 1) * 8000, number * 8000, cuesOf(number)),

  'cea-608/master.m3u8': master('video.m3u8', {
    more: ',CLOSED-CAPTIONS="cc"',
    tags: ['#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="cc",NAME="English",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,INSTREAM-ID="CC1"']
  }),
  'cea-608/video.m3u8': playlist(
    seconds,
    '#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"',
    each(segments, seconds, (number) => `${number}.m4s`)
  ),
  'cea-608/#.m4s': (number) => withCea608(segment('video-240', number), `LINE ${number}`),

  'aes-128/video.m3u8': playlist(
    4,
    '#EXT-X-KEY:METHOD=AES-128,URI="key"',
    each(16, 4, (number) => `${number}.ts`)
  ),
  'aes-128/key': aes.key,
  'aes-128/#.ts': encryptTs,

  // The timestamps of the transport stream jump at the second segment, which the tag announces.
  'discontinuity/video.m3u8': playlist(
    4,
    each(1, 4, () => '/media/ts/video-240/1.ts'),
    '#EXT-X-DISCONTINUITY',
    each(3, 4, (number) => `/media/ts/video-240/${number + 9}.ts`)
  ),

  'byte-range/video.m3u8': () => {
    const { head, ranges } = singleFile('video-240');
    const body = ranges.map(({ offset, length }) => [`#EXTINF:${seconds}.000,`, `#EXT-X-BYTERANGE:${length}@${offset}`, 'video.mp4']);
    return playlist(seconds, `#EXT-X-MAP:URI="video.mp4",BYTERANGE="${head}@0"`, body.flat());
  },
  'byte-range/video.mp4': () => singleFile('video-240').bytes,

  'dates/video.m3u8': video(
    '#EXT-X-PROGRAM-DATE-TIME:2025-06-01T12:00:00.000Z',
    '#EXT-X-DATERANGE:ID="goal",CLASS="test.event",START-DATE="2025-06-01T12:00:01.000Z",DURATION=3,X-TITLE="Goal"'
  ),

  'i-frames/master.m3u8': master('/media/cmaf/video-240.m3u8', {
    tags: ['#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=20000,RESOLUTION=426x240,CODECS="avc1.4d4015",URI="frames.m3u8"']
  }),
  'i-frames/frames.m3u8': () => {
    const { head, ranges } = framesFile('video-240');
    const body = ranges.map(({ offset, length }) => [`#EXTINF:${seconds}.000,`, `#EXT-X-BYTERANGE:${length}@${offset}`, 'frames.mp4']);
    return playlist(seconds, '#EXT-X-I-FRAMES-ONLY', `#EXT-X-MAP:URI="frames.mp4",BYTERANGE="${head}@0"`, body.flat());
  },
  'i-frames/frames.mp4': () => framesFile('video-240').bytes,

  'redundant/master.m3u8': lines(
    '#EXT-X-INDEPENDENT-SEGMENTS',
    [240, 360, 240, 360].flatMap((height, index) => [
      `#EXT-X-STREAM-INF:BANDWIDTH=${height * 1000},RESOLUTION=${Math.round((height * 16) / 9)}x${height},CODECS="avc1.4d401e"`,
      `/media/cmaf/video-${height}.m3u8?host=${index < 2 ? 'a' : 'b'}`
    ])
  ),

  'images/master.m3u8': master('/media/cmaf/video-240.m3u8', {
    tags: ['#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=5000,RESOLUTION=160x90,CODECS="jpeg",URI="images.m3u8"']
  }),
  'images/images.m3u8': playlist(
    64,
    '#EXT-X-IMAGES-ONLY',
    '#EXTINF:64.000,',
    '#EXT-X-TILES:RESOLUTION=160x90,LAYOUT=8x4,DURATION=2.000',
    '/media/thumbnails.jpg'
  ),

  'clear-key/master.m3u8': master('video-240.m3u8', {
    codec: 'avc1.4d4015,mp4a.40.2',
    more: ',AUDIO="audio"',
    tags: ['#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,URI="audio-en.m3u8"']
  }),
  'clear-key/video-240.m3u8': protectedPlaylist('video-240'),
  'clear-key/audio-en.m3u8': protectedPlaylist('audio-en'),
  ...Object.fromEntries(
    ['video-240', 'audio-en'].flatMap((track) => [
      [`clear-key/${track}/init.mp4`, () => encryptInit(init(track), clearKey)],
      [`clear-key/${track}/#.m4s`, (number) => encryptSegment(segment(track, number), clearKey, isVideo(init(track)))]
    ])
  ),

  'fair-play/master.m3u8': master('video-240.m3u8'),
  'fair-play/video-240.m3u8': protectedPlaylist('video-240', keyTags.fairPlay),

  // Live until six seconds after the first request.
  'ending/video.m3u8': () => {
    begun = Date.now() - (begun ?? Date.now()) < 60_000 ? (begun ?? Date.now()) : Date.now();
    const over = Date.now() - begun > 6000;
    const head = ['#EXT-X-TARGETDURATION:2', '#EXT-X-MEDIA-SEQUENCE:1', '#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"'];
    const parts = each(over ? 6 : 5, seconds, (number) => `/media/cmaf/video-240/${number}.m4s`);
    return lines(head, parts, over ? ['#EXT-X-ENDLIST'] : []);
  },

  'many/video.m3u8': () =>
    playlist(
      seconds,
      '#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"',
      each(100_000, seconds, (number) => `/streams/many/${number}.m4s`)
    ),
  'many/#.m4s': (number) => segment('video-240', ((number - 1) % segments) + 1)
};
