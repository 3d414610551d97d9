import { dashAnswer, hlsAnswer, redirectTo, type HostileCase } from '../case.js';
import { createMpd, segmentTemplate } from '../manifests/dash.js';
import { multivariantPlaylist, mediaPlaylist } from '../manifests/hls.js';

const thirdParty = 'https://cdn.evil.test/media/cmaf';

/** Returns a case in which our own host redirects to another host. No manifest contains that host, so `inspect()` cannot find it. */
const redirectCase = (
  name: string,
  catalogueRow: string,
  src: string,
  files: HostileCase['files'],
  overrides: Partial<HostileCase> = {}
): HostileCase => ({
  name: `redirected: ${name}`,
  catalogueRow,
  src,
  files,
  ...overrides
});

const playlistUrl = '/case/media.m3u8';
const mpdUrl = '/case/manifest.mpd';

export const redirects: readonly HostileCase[] = [
  redirectCase('an HLS manifest', 'hls-redirect', playlistUrl, { [playlistUrl]: redirectTo(`${thirdParty}/video-240.m3u8`) }),
  redirectCase(
    'a media playlist',
    'hls-redirect',
    '/case/master.m3u8',
    {
      '/case/master.m3u8': hlsAnswer(multivariantPlaylist('', 'media.m3u8')),
      [playlistUrl]: redirectTo(`${thirdParty}/video-240.m3u8`)
    },
    { retriedPath: playlistUrl }
  ),
  redirectCase(
    'the first HLS segment',
    'hls-redirect',
    playlistUrl,
    {
      [playlistUrl]: hlsAnswer(mediaPlaylist({ segmentUrls: { 1: '1.m4s' } })),
      '/case/1.m4s': redirectTo(`${thirdParty}/video-240/1.m4s`)
    },
    { retriedPath: '/case/1.m4s' }
  ),
  redirectCase(
    'the third HLS segment, playback continues up to it',
    'hls-redirect',
    playlistUrl,
    {
      [playlistUrl]: hlsAnswer(mediaPlaylist({ segmentUrls: { 3: '3.m4s' } })),
      '/case/3.m4s': redirectTo(`${thirdParty}/video-240/3.m4s`)
    },
    { playsToSeconds: 2, atNormalSpeed: true }
  ),
  redirectCase(
    'an HLS init segment',
    'hls-redirect',
    playlistUrl,
    {
      [playlistUrl]: hlsAnswer(mediaPlaylist({ map: 'init.mp4' })),
      '/case/init.mp4': redirectTo(`${thirdParty}/video-240/init.mp4`)
    },
    { retriedPath: '/case/init.mp4' }
  ),
  redirectCase(
    'an HLS key',
    'hls-redirect',
    playlistUrl,
    {
      [playlistUrl]: hlsAnswer(mediaPlaylist({ head: '#EXT-X-KEY:METHOD=AES-128,URI="key"' })),
      '/case/key': redirectTo('https://key.evil.test/k')
    },
    { retriedPath: '/case/key' }
  ),
  redirectCase(
    'HLS captions',
    'hls-redirect',
    '/case/master.m3u8',
    {
      '/case/master.m3u8': hlsAnswer(
        multivariantPlaylist('#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="g",NAME="E",LANGUAGE="en",URI="text.m3u8"', undefined, ',SUBTITLES="g"')
      ),
      '/case/text.m3u8': redirectTo(`${thirdParty}/text-en.m3u8`)
    },
    { viewerAction: 'show captions', playsToSeconds: 1.5 }
  ),
  redirectCase('an MPD', 'dash-redirect', mpdUrl, { [mpdUrl]: redirectTo(`${thirdParty}/manifest.mpd`) }),
  redirectCase('a DASH segment', 'dash-redirect', mpdUrl, {
    [mpdUrl]: dashAnswer(createMpd({ segments: segmentTemplate('', '/case/$Number$.m4s', '/media/cmaf/video-240/init.mp4') })),
    '/case/1.m4s': redirectTo(`${thirdParty}/video-240/1.m4s`)
  }),
  redirectCase(
    'a DASH init segment',
    'dash-redirect',
    mpdUrl,
    {
      [mpdUrl]: dashAnswer(createMpd({ segments: segmentTemplate('', '/media/cmaf/video-240/$Number$.m4s', '/case/init.mp4') })),
      '/case/init.mp4': redirectTo(`${thirdParty}/video-240/init.mp4`)
    },
    { retriedPath: '/case/init.mp4' }
  ),
  redirectCase(
    'an xlink',
    'dash-redirect',
    mpdUrl,
    {
      [mpdUrl]: dashAnswer(createMpd({ tail: '<Period xlink:href="/case/p.xml" xlink:actuate="onLoad" id="x"/>' })),
      '/case/p.xml': redirectTo('https://xlink.evil.test/p.xml')
    },
    { playsToSeconds: 1.5 }
  ),
  redirectCase(
    'a segment, redirected within our own host',
    'hls-redirect',
    playlistUrl,
    {
      [playlistUrl]: hlsAnswer(mediaPlaylist({ segmentUrls: { 1: '1.m4s' } })),
      '/case/1.m4s': redirectTo('/media/cmaf/video-240/1.m4s')
    },
    { retriedPath: '/case/1.m4s' }
  ),
  redirectCase(
    'a segment redirected through another host and back, where redirects are allowed',
    'hls-redirect',
    playlistUrl,
    {
      [playlistUrl]: hlsAnswer(mediaPlaylist({ segmentUrls: { 1: '1.m4s' } })),
      '/case/1.m4s': redirectTo('https://hop.evil.test/back'),
      'https://hop.evil.test/back': redirectTo('https://page.test/media/cmaf/video-240/1.m4s')
    },
    { attributes: { redirects: 'follow' }, playsToSeconds: 1.5, hole: { origins: ['https://hop.evil.test'] } }
  )
];
