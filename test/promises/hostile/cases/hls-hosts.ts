import { hls, type HostileCase } from '../case.js';
import { master, media } from '../manifests/hls.js';

const evil = 'https://cdn.evil.test/media/cmaf';

/** A playlist, or a URL in it, is on a host that is not allowed. */
const segmentAt = (name: string, address: string, more: Partial<HostileCase> = {}): HostileCase => ({
  name,
  row: 'hls-abs-uri',
  src: '/case/media.m3u8',
  files: { '/case/media.m3u8': hls(media({ replaced: { 1: address } })) },
  blocked: ['segment'],
  finds: ['hls-segment'],
  ...more
});

const tracks = (type: string, uri: string, more = '') =>
  `#EXT-X-MEDIA:TYPE=${type},GROUP-ID="g",NAME="Evil",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,URI="${uri}"${more}`;

const ownSound = '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="g",NAME="Own",LANGUAGE="nl",DEFAULT=YES,AUTOSELECT=YES,URI="/media/cmaf/audio-en.m3u8"';

export const hlsHosts: readonly HostileCase[] = [
  {
    name: 'the only variant is on another host',
    row: 'hls-abs-uri',
    src: '/case/master.m3u8',
    files: { '/case/master.m3u8': hls(master('', `${evil}/video-240.m3u8`)) },
    blocked: ['manifest'],
    finds: ['hls-variant']
  },
  {
    name: 'a second variant is on another host, the first is ours',
    row: 'hls-abs-uri',
    src: '/case/master.m3u8',
    files: {
      '/case/master.m3u8': hls(
        `${master()}#EXT-X-STREAM-INF:BANDWIDTH=400000,CODECS="avc1.4d401e",RESOLUTION=640x360\n${evil}/video-360.m3u8\n`
      )
    },
    playsTo: 3,
    blocked: ['manifest'],
    finds: ['hls-variant']
  },
  {
    name: 'a variant starts with two slashes',
    row: 'hls-abs-uri',
    src: '/case/master.m3u8',
    files: { '/case/master.m3u8': hls(master('', '//cdn.evil.test/media/cmaf/video-240.m3u8')) },
    blocked: ['manifest'],
    finds: ['hls-variant']
  },
  segmentAt('a segment is on another host', `${evil}/video-240/1.m4s`),
  segmentAt('a segment starts with two slashes', '//cdn.evil.test/media/cmaf/video-240/1.m4s'),
  segmentAt('a later segment is on another host', `${evil}/video-240/1.m4s`, {
    name: 'the third segment is on another host, playback continues up to it',
    files: { '/case/media.m3u8': hls(media({ replaced: { 3: `${evil}/video-240/3.m4s` } })) },
    playsTo: 2,
    unhurried: true
  }),
  {
    name: 'the init segment is on another host (EXT-X-MAP)',
    row: 'hls-map',
    src: '/case/media.m3u8',
    files: { '/case/media.m3u8': hls(media({ map: `${evil}/video-240/init.mp4` })) },
    blocked: ['segment'],
    finds: ['hls-map']
  },
  {
    name: 'the key is on another host, with a viewer identifier in its URL',
    row: 'hls-key',
    src: '/case/media.m3u8',
    files: { '/case/media.m3u8': hls(media({ head: '#EXT-X-KEY:METHOD=AES-128,URI="https://key.evil.test/k?u=viewer-4711"' })) },
    blocked: ['key'],
    finds: ['hls-key']
  },
  {
    name: 'a key of a DRM system names another host',
    row: 'hls-key',
    src: '/case/media.m3u8',
    files: {
      '/case/media.m3u8': hls(
        media({
          head: '#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://key.evil.test/k",KEYFORMAT="com.apple.streamingkeydelivery",KEYFORMATVERSIONS="1"'
        })
      )
    },
    finds: ['hls-key']
  },
  {
    name: 'the captions are on another host, and the viewer enables them',
    row: 'hls-subs-audio',
    src: '/case/master.m3u8',
    files: { '/case/master.m3u8': hls(master(tracks('SUBTITLES', `${evil}/text-en.m3u8`), undefined, ',SUBTITLES="g"')) },
    act: 'show captions',
    playsTo: 1,
    blocked: ['manifest'],
    finds: ['hls-track']
  },
  {
    name: 'the caption segments are on another host',
    row: 'hls-subs-audio',
    src: '/case/master.m3u8',
    files: {
      '/case/master.m3u8': hls(master(tracks('SUBTITLES', 'text.m3u8'), undefined, ',SUBTITLES="g"')),
      '/case/text.m3u8': hls(`#EXTM3U\n#EXT-X-TARGETDURATION:8\n#EXTINF:8,\n${evil}/text-en/1.vtt\n#EXT-X-ENDLIST\n`)
    },
    act: 'show captions',
    playsTo: 1,
    blocked: ['segment'],
    finds: ['hls-segment']
  },
  {
    name: 'another audio track is on another host, and the viewer selects it',
    row: 'hls-subs-audio',
    src: '/case/master.m3u8',
    files: {
      '/case/master.m3u8': hls(
        `#EXTM3U\n${ownSound}\n${tracks('AUDIO', `${evil}/audio-nl.m3u8`)}\n#EXT-X-STREAM-INF:BANDWIDTH=207983,CODECS="avc1.4d4015,mp4a.40.2",AUDIO="g"\n/media/cmaf/video-240.m3u8\n`
      )
    },
    act: 'switch audio track',
    blocked: ['manifest'],
    finds: ['hls-track']
  },
  {
    name: 'a URL with a username and a password',
    row: 'hls-abs-uri',
    src: '/case/media.m3u8',
    files: { '/case/media.m3u8': hls(media({ replaced: { 1: 'https://viewer:4711@page.test/media/cmaf/video-240/1.m4s' } })) },
    blocked: ['segment'],
    finds: ['credentials-in-url']
  },
  {
    name: 'our own host over plain HTTP',
    row: 'hls-abs-uri',
    src: '/case/media.m3u8',
    files: { '/case/media.m3u8': hls(media({ replaced: { 1: 'http://page.test/media/cmaf/video-240/1.m4s' } })) },
    blocked: ['segment'],
    finds: ['hls-segment', 'plain-http']
  }
];
