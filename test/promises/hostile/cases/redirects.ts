import { dash, hls, redirect, type HostileCase } from '../case.js';
import { mpd, template } from '../manifests/dash.js';
import { master, media } from '../manifests/hls.js';

const evil = 'https://cdn.evil.test/media/cmaf';

/** Our own host redirects to another one. No manifest shows it, so the inspector cannot find it. */
const moved = (name: string, row: string, src: string, files: HostileCase['files'], more: Partial<HostileCase> = {}): HostileCase => ({
  name: `redirected: ${name}`,
  row,
  src,
  files,
  ...more
});

const list = '/case/media.m3u8';
const manifest = '/case/manifest.mpd';

export const redirects: readonly HostileCase[] = [
  moved('an HLS manifest', 'hls-redirect', list, { [list]: redirect(`${evil}/video-240.m3u8`) }),
  moved(
    'a media playlist',
    'hls-redirect',
    '/case/master.m3u8',
    {
      '/case/master.m3u8': hls(master('', 'media.m3u8')),
      [list]: redirect(`${evil}/video-240.m3u8`)
    },
    { requested: list }
  ),
  moved(
    'the first HLS segment',
    'hls-redirect',
    list,
    {
      [list]: hls(media({ replaced: { 1: '1.m4s' } })),
      '/case/1.m4s': redirect(`${evil}/video-240/1.m4s`)
    },
    { requested: '/case/1.m4s' }
  ),
  moved(
    'the third HLS segment, playback continues up to it',
    'hls-redirect',
    list,
    {
      [list]: hls(media({ replaced: { 3: '3.m4s' } })),
      '/case/3.m4s': redirect(`${evil}/video-240/3.m4s`)
    },
    { playsTo: 2, unhurried: true }
  ),
  moved(
    'an HLS init segment',
    'hls-redirect',
    list,
    {
      [list]: hls(media({ map: 'init.mp4' })),
      '/case/init.mp4': redirect(`${evil}/video-240/init.mp4`)
    },
    { requested: '/case/init.mp4' }
  ),
  moved(
    'an HLS key',
    'hls-redirect',
    list,
    {
      [list]: hls(media({ head: '#EXT-X-KEY:METHOD=AES-128,URI="key"' })),
      '/case/key': redirect('https://key.evil.test/k')
    },
    { requested: '/case/key' }
  ),
  moved(
    'HLS captions',
    'hls-redirect',
    '/case/master.m3u8',
    {
      '/case/master.m3u8': hls(
        master('#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="g",NAME="E",LANGUAGE="en",URI="text.m3u8"', undefined, ',SUBTITLES="g"')
      ),
      '/case/text.m3u8': redirect(`${evil}/text-en.m3u8`)
    },
    { act: 'show captions', playsTo: 1.5 }
  ),
  moved('an MPD', 'dash-redirect', manifest, { [manifest]: redirect(`${evil}/manifest.mpd`) }),
  moved('a DASH segment', 'dash-redirect', manifest, {
    [manifest]: dash(mpd({ segments: template('', '/case/$Number$.m4s', '/media/cmaf/video-240/init.mp4') })),
    '/case/1.m4s': redirect(`${evil}/video-240/1.m4s`)
  }),
  moved(
    'a DASH init segment',
    'dash-redirect',
    manifest,
    {
      [manifest]: dash(mpd({ segments: template('', '/media/cmaf/video-240/$Number$.m4s', '/case/init.mp4') })),
      '/case/init.mp4': redirect(`${evil}/video-240/init.mp4`)
    },
    { requested: '/case/init.mp4' }
  ),
  moved(
    'an xlink',
    'dash-redirect',
    manifest,
    {
      [manifest]: dash(mpd({ tail: '<Period xlink:href="/case/p.xml" xlink:actuate="onLoad" id="x"/>' })),
      '/case/p.xml': redirect('https://xlink.evil.test/p.xml')
    },
    { playsTo: 1.5 }
  ),
  moved(
    'a segment, redirected within our own host',
    'hls-redirect',
    list,
    {
      [list]: hls(media({ replaced: { 1: '1.m4s' } })),
      '/case/1.m4s': redirect('/media/cmaf/video-240/1.m4s')
    },
    { requested: '/case/1.m4s' }
  ),
  moved(
    'a segment redirected through another host and back, where redirects are allowed',
    'hls-redirect',
    list,
    {
      [list]: hls(media({ replaced: { 1: '1.m4s' } })),
      '/case/1.m4s': redirect('https://hop.evil.test/back'),
      'https://hop.evil.test/back': redirect('https://page.test/media/cmaf/video-240/1.m4s')
    },
    { attributes: { redirects: 'follow' }, playsTo: 1.5, hole: { origins: ['https://hop.evil.test'] } }
  )
];
