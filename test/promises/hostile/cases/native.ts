import type { Answer } from '../../../support/world.js';
import { dash, hls, redirect, type HostileCase } from '../case.js';
import { mpd } from '../manifests/dash.js';
import { master, media } from '../manifests/hls.js';

const video = '/media/film.mp4';
const evilList = hls(master('', 'https://cdn.evil.test/media/cmaf/video-240.m3u8'));

/** Files beside the media, and requests of the browser itself. */
const around = (name: string, row: string, more: Partial<HostileCase>): HostileCase => ({
  name,
  row,
  src: video,
  files: {},
  playsTo: 0.5,
  ...more
});

/** A video on an allowed host without CORS, so that only the browser itself can fetch it. */
const unreadable = (answer: Answer): Pick<HostileCase, 'src' | 'allow' | 'files'> => ({
  src: 'https://media.page-cdn.test/case/film.mp4',
  allow: ['https://media.page-cdn.test'],
  files: {
    'https://media.page-cdn.test/case/film.mp4': { ...answer, headers: { ...answer.headers, 'access-control-allow-origin': 'null' } }
  }
});

const evilTrack = '<track kind="subtitles" srclang="en" label="E" default src="/case/t.vtt">';

/** Style sheets as a reader could overlook them: white space of all kinds around their first line, and all line ends of WebVTT. */
const unusualStyles = [' ', '\t', '\f', '\v', '\u00a0', '\u2003', '\u3000', '\ufeff', '\0', ' \f \t']
  .flatMap((space) => [`STYLE${space}`, `${space}STYLE`, `STYLE${space}STYLE`])
  .flatMap((line, at) => ['\n', '\r\n', '\r'].map((end, which) => [line, at, end, which] as const))
  .map(([line, at, end, which]) => {
    const host = `https://s${at}-${which}.evil.test`;
    return [line, `@import "${host}/s.css";`, `::cue { background-image: url(${host}/i.png); }`, '', ''].join(end);
  })
  .reduce((text, block) => text + block, '\ufeffWEBVTT \t\n\n')
  .concat('00:00.000 --> 00:30.000\n<b>shown</b>\n');

export const native: readonly HostileCase[] = [
  around('a file', 'native-redirect', {}),
  around('a file of ours that redirects', 'native-redirect', {
    src: '/case/film.mp4',
    files: { '/case/film.mp4': redirect(`https://cdn.evil.test${video}`) },
    playsTo: undefined
  }),
  around('a file that redirects, on an allowed host with CORS', 'native-redirect', {
    src: 'https://media.page-cdn.test/case/film.mp4',
    allow: ['https://media.page-cdn.test'],
    files: { 'https://media.page-cdn.test/case/film.mp4': redirect(`https://cdn.evil.test${video}`) },
    playsTo: undefined
  }),
  around('a file that redirects, on an allowed host without CORS: the browser follows', 'native-redirect', {
    ...unreadable(redirect(`https://cdn.evil.test${video}`)),
    hole: { origins: ['https://cdn.evil.test'], referrer: true }
  }),
  around('a playlist named like a file, on an allowed host without CORS: the browser plays it', 'native-hls', {
    ...unreadable(evilList),
    hole: { origins: ['https://cdn.evil.test'], referrer: true }
  }),
  around('a playlist named like a file', 'native-hls', {
    src: '/case/film.mp4',
    files: { '/case/film.mp4': evilList },
    playsTo: undefined
  }),
  around('a playlist with the name and the type of a file', 'native-hls', {
    src: '/case/film.mp4',
    type: 'video/mp4',
    files: { '/case/film.mp4': { ...evilList, type: 'video/mp4' } },
    playsTo: undefined
  }),
  around('a playlist served as a file, with no extension', 'native-hls', {
    src: '/case/film',
    files: { '/case/film': { ...evilList, type: 'video/mp4' } },
    playsTo: undefined
  }),
  around('an MPD named like a file', 'native-hls', {
    src: '/case/film.mp4',
    files: { '/case/film.mp4': dash(mpd({})) },
    playsTo: undefined
  }),
  around('a playlist, in a browser that claims to play HLS natively', 'native-hls', {
    src: '/case/master.m3u8',
    files: { '/case/master.m3u8': evilList },
    playsTo: undefined,
    blocked: ['manifest']
  }),
  around('a poster of ours', 'poster', {
    attributes: { poster: '/media/poster.jpg' },
    src: '/case/m.m3u8',
    files: { '/case/m.m3u8': hls(media()) }
  }),
  around('a poster that redirects', 'poster-redirect', {
    attributes: { poster: '/case/poster.jpg' },
    src: '/case/m.m3u8',
    files: { '/case/m.m3u8': hls(media()), '/case/poster.jpg': redirect('https://image.evil.test/media/poster.jpg') }
  }),
  around('a poster that is an SVG with an image from another host', 'poster', {
    attributes: { poster: '/case/poster.svg' },
    src: '/case/m.m3u8',
    files: {
      '/case/m.m3u8': hls(media()),
      '/case/poster.svg': {
        type: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="https://image.evil.test/i.png" width="9" height="9"/></svg>'
      }
    }
  }),
  around('a caption file that redirects', 'track-redirect', {
    inside: evilTrack,
    src: '/case/m.m3u8',
    files: { '/case/m.m3u8': hls(media()), '/case/t.vtt': redirect('https://text.evil.test/media/captions/en.vtt') }
  }),
  around('a caption file that redirects, with crossorigin', 'track-redirect', {
    inside: evilTrack,
    attributes: { crossorigin: 'anonymous' },
    src: '/case/m.m3u8',
    files: { '/case/m.m3u8': hls(media()), '/case/t.vtt': redirect('https://text.evil.test/media/captions/en.vtt') }
  }),
  around('a caption file with a style sheet that names another host', 'vtt-style', {
    inside: evilTrack,
    src: '/case/m.m3u8',
    files: {
      '/case/m.m3u8': hls(media()),
      '/case/t.vtt': {
        type: 'text/vtt',
        body: 'WEBVTT\n\nSTYLE\n@import "https://style.evil.test/s.css";\n::cue { background-image: url(https://style.evil.test/i.png); }\n\n00:00.000 --> 00:30.000\n<b>shown</b>\n'
      }
    }
  }),
  around('a caption file with style sheets after unusual white space', 'vtt-style', {
    inside: evilTrack,
    src: '/case/m.m3u8',
    files: { '/case/m.m3u8': hls(media()), '/case/t.vtt': { type: 'text/vtt', body: unusualStyles } }
  }),
  around('a DASH source in another element of the page', 'dash-auto-create', {
    beside:
      '<video id="stranger" data-dashjs-player><source src="https://cdn.evil.test/media/cmaf/manifest.mpd" type="application/dash+xml"></video>',
    src: '/case/m.mpd',
    files: { '/case/m.mpd': dash(mpd({})) }
  })
];
