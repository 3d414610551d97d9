import { hlsAnswer, type HostileCase } from '../case.js';
import { multivariantPlaylist, mediaPlaylist } from '../manifests/hls.js';

const thirdParty = 'https://cdn.evil.test/media/cmaf';

/** Returns a case with a playlist whose first segment has this URL. */
const segmentCase = (name: string, url: string, overrides: Partial<HostileCase> = {}): HostileCase => ({
  name,
  catalogueRow: 'hls-abs-uri',
  src: '/case/media.m3u8',
  files: { '/case/media.m3u8': hlsAnswer(mediaPlaylist({ segmentUrls: { 1: url } })) },
  blocked: ['segment'],
  constructs: ['hls-segment'],
  ...overrides
});

const mediaTag = (type: string, uri: string, more = '') =>
  `#EXT-X-MEDIA:TYPE=${type},GROUP-ID="g",NAME="Evil",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,URI="${uri}"${more}`;

const ownAudioTrack =
  '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="g",NAME="Own",LANGUAGE="nl",DEFAULT=YES,AUTOSELECT=YES,URI="/media/cmaf/audio-en.m3u8"';

export const hlsHosts: readonly HostileCase[] = [
  {
    name: 'the only variant is on another host',
    catalogueRow: 'hls-abs-uri',
    src: '/case/master.m3u8',
    files: { '/case/master.m3u8': hlsAnswer(multivariantPlaylist('', `${thirdParty}/video-240.m3u8`)) },
    blocked: ['manifest'],
    constructs: ['hls-variant']
  },
  {
    name: 'a second variant is on another host, the first is ours',
    catalogueRow: 'hls-abs-uri',
    src: '/case/master.m3u8',
    files: {
      '/case/master.m3u8': hlsAnswer(
        `${multivariantPlaylist()}#EXT-X-STREAM-INF:BANDWIDTH=400000,CODECS="avc1.4d401e",RESOLUTION=640x360\n${thirdParty}/video-360.m3u8\n`
      )
    },
    playsToSeconds: 3,
    blocked: ['manifest'],
    constructs: ['hls-variant']
  },
  {
    name: 'a variant starts with two slashes',
    catalogueRow: 'hls-abs-uri',
    src: '/case/master.m3u8',
    files: { '/case/master.m3u8': hlsAnswer(multivariantPlaylist('', '//cdn.evil.test/media/cmaf/video-240.m3u8')) },
    blocked: ['manifest'],
    constructs: ['hls-variant']
  },
  segmentCase('a segment is on another host', `${thirdParty}/video-240/1.m4s`),
  segmentCase('a segment starts with two slashes', '//cdn.evil.test/media/cmaf/video-240/1.m4s'),
  segmentCase('a later segment is on another host', `${thirdParty}/video-240/1.m4s`, {
    name: 'the third segment is on another host, playback continues up to it',
    files: { '/case/media.m3u8': hlsAnswer(mediaPlaylist({ segmentUrls: { 3: `${thirdParty}/video-240/3.m4s` } })) },
    playsToSeconds: 2,
    atNormalSpeed: true
  }),
  {
    name: 'the init segment is on another host (EXT-X-MAP)',
    catalogueRow: 'hls-map',
    src: '/case/media.m3u8',
    files: { '/case/media.m3u8': hlsAnswer(mediaPlaylist({ map: `${thirdParty}/video-240/init.mp4` })) },
    blocked: ['segment'],
    constructs: ['hls-map']
  },
  {
    name: 'the key is on another host, with a viewer identifier in its URL',
    catalogueRow: 'hls-key',
    src: '/case/media.m3u8',
    files: {
      '/case/media.m3u8': hlsAnswer(mediaPlaylist({ head: '#EXT-X-KEY:METHOD=AES-128,URI="https://key.evil.test/k?u=viewer-4711"' }))
    },
    blocked: ['key'],
    constructs: ['hls-key']
  },
  {
    name: 'a key of a DRM system names another host',
    catalogueRow: 'hls-key',
    src: '/case/media.m3u8',
    files: {
      '/case/media.m3u8': hlsAnswer(
        mediaPlaylist({
          head: '#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://key.evil.test/k",KEYFORMAT="com.apple.streamingkeydelivery",KEYFORMATVERSIONS="1"'
        })
      )
    },
    constructs: ['hls-key']
  },
  {
    name: 'the captions are on another host, and the viewer enables them',
    catalogueRow: 'hls-subs-audio',
    src: '/case/master.m3u8',
    files: {
      '/case/master.m3u8': hlsAnswer(multivariantPlaylist(mediaTag('SUBTITLES', `${thirdParty}/text-en.m3u8`), undefined, ',SUBTITLES="g"'))
    },
    viewerAction: 'show captions',
    playsToSeconds: 1,
    blocked: ['manifest'],
    constructs: ['hls-track']
  },
  {
    name: 'the caption segments are on another host',
    catalogueRow: 'hls-subs-audio',
    src: '/case/master.m3u8',
    files: {
      '/case/master.m3u8': hlsAnswer(multivariantPlaylist(mediaTag('SUBTITLES', 'text.m3u8'), undefined, ',SUBTITLES="g"')),
      '/case/text.m3u8': hlsAnswer(`#EXTM3U\n#EXT-X-TARGETDURATION:8\n#EXTINF:8,\n${thirdParty}/text-en/1.vtt\n#EXT-X-ENDLIST\n`)
    },
    viewerAction: 'show captions',
    playsToSeconds: 1,
    blocked: ['segment'],
    constructs: ['hls-segment']
  },
  {
    name: 'another audio track is on another host, and the viewer selects it',
    catalogueRow: 'hls-subs-audio',
    src: '/case/master.m3u8',
    files: {
      '/case/master.m3u8': hlsAnswer(
        `#EXTM3U\n${ownAudioTrack}\n${mediaTag('AUDIO', `${thirdParty}/audio-nl.m3u8`)}\n#EXT-X-STREAM-INF:BANDWIDTH=207983,CODECS="avc1.4d4015,mp4a.40.2",AUDIO="g"\n/media/cmaf/video-240.m3u8\n`
      )
    },
    viewerAction: 'switch audio track',
    blocked: ['manifest'],
    constructs: ['hls-track']
  },
  {
    name: 'a URL with a username and a password',
    catalogueRow: 'hls-abs-uri',
    src: '/case/media.m3u8',
    files: {
      '/case/media.m3u8': hlsAnswer(mediaPlaylist({ segmentUrls: { 1: 'https://viewer:4711@page.test/media/cmaf/video-240/1.m4s' } }))
    },
    blocked: ['segment'],
    constructs: ['credentials-in-url']
  },
  {
    name: 'our own host over plain HTTP',
    catalogueRow: 'hls-abs-uri',
    src: '/case/media.m3u8',
    files: { '/case/media.m3u8': hlsAnswer(mediaPlaylist({ segmentUrls: { 1: 'http://page.test/media/cmaf/video-240/1.m4s' } })) },
    blocked: ['segment'],
    constructs: ['hls-segment', 'plain-http']
  }
];
