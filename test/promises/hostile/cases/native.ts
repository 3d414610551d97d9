import type { Answer } from '../../../support/world.js';
import { dashAnswer, hlsAnswer, redirectTo, type HostileCase } from '../case.js';
import { createMpd } from '../manifests/dash.js';
import { multivariantPlaylist, mediaPlaylist } from '../manifests/hls.js';

const video = '/media/film.mp4';
const thirdPartyPlaylist = hlsAnswer(multivariantPlaylist('', 'https://cdn.evil.test/media/cmaf/video-240.m3u8'));

/** Returns a case with a file besides the media, or with a request that the browser makes itself. */
const nativeCase = (name: string, catalogueRow: string, overrides: Partial<HostileCase>): HostileCase => ({
  name,
  catalogueRow,
  src: video,
  files: {},
  playsToSeconds: 0.5,
  ...overrides
});

/** Returns the parts of a case with a video on an allowed host without CORS, so that only the browser itself can fetch it. */
const withoutCors = (original: Answer): Pick<HostileCase, 'src' | 'allow' | 'files'> => ({
  src: 'https://media.page-cdn.test/case/film.mp4',
  allow: ['https://media.page-cdn.test'],
  files: {
    'https://media.page-cdn.test/case/film.mp4': { ...original, headers: { ...original.headers, 'access-control-allow-origin': 'null' } }
  }
});

const trackMarkup = '<track kind="subtitles" srclang="en" label="E" default src="/case/t.vtt">';

/** Style sheets that a WebVTT parser could overlook: with every kind of white space around their first line, and with every line end. */
const unusualStyles = [' ', '\t', '\f', '\v', '\u00a0', '\u2003', '\u3000', '\ufeff', '\0', ' \f \t']
  .flatMap((space) => [`STYLE${space}`, `${space}STYLE`, `STYLE${space}STYLE`])
  .flatMap((line, lineIndex) => ['\n', '\r\n', '\r'].map((lineEnd, endIndex) => [line, lineIndex, lineEnd, endIndex] as const))
  .map(([line, lineIndex, lineEnd, endIndex]) => {
    const host = `https://s${lineIndex}-${endIndex}.evil.test`;
    return [line, `@import "${host}/s.css";`, `::cue { background-image: url(${host}/i.png); }`, '', ''].join(lineEnd);
  })
  .reduce((text, block) => text + block, '\ufeffWEBVTT \t\n\n')
  .concat('00:00.000 --> 00:30.000\n<b>shown</b>\n');

export const native: readonly HostileCase[] = [
  nativeCase('a file', 'native-redirect', {}),
  nativeCase('a file of ours that redirects', 'native-redirect', {
    src: '/case/film.mp4',
    files: { '/case/film.mp4': redirectTo(`https://cdn.evil.test${video}`) },
    playsToSeconds: undefined
  }),
  nativeCase('a file that redirects, on an allowed host with CORS', 'native-redirect', {
    src: 'https://media.page-cdn.test/case/film.mp4',
    allow: ['https://media.page-cdn.test'],
    files: { 'https://media.page-cdn.test/case/film.mp4': redirectTo(`https://cdn.evil.test${video}`) },
    playsToSeconds: undefined
  }),
  nativeCase('a file that redirects, on an allowed host without CORS: the browser follows', 'native-redirect', {
    ...withoutCors(redirectTo(`https://cdn.evil.test${video}`)),
    hole: { origins: ['https://cdn.evil.test'], referrer: true }
  }),
  nativeCase('a playlist named like a file, on an allowed host without CORS: the browser plays it', 'native-hls', {
    ...withoutCors(thirdPartyPlaylist),
    hole: { origins: ['https://cdn.evil.test'], referrer: true }
  }),
  nativeCase('a playlist named like a file', 'native-hls', {
    src: '/case/film.mp4',
    files: { '/case/film.mp4': thirdPartyPlaylist },
    playsToSeconds: undefined
  }),
  nativeCase('a playlist with the name and the type of a file', 'native-hls', {
    src: '/case/film.mp4',
    type: 'video/mp4',
    files: { '/case/film.mp4': { ...thirdPartyPlaylist, type: 'video/mp4' } },
    playsToSeconds: undefined
  }),
  nativeCase('a playlist served as a file, with no extension', 'native-hls', {
    src: '/case/film',
    files: { '/case/film': { ...thirdPartyPlaylist, type: 'video/mp4' } },
    playsToSeconds: undefined
  }),
  nativeCase('an MPD named like a file', 'native-hls', {
    src: '/case/film.mp4',
    files: { '/case/film.mp4': dashAnswer(createMpd({})) },
    playsToSeconds: undefined
  }),
  nativeCase('a playlist, in a browser that claims to play HLS natively', 'native-hls', {
    src: '/case/master.m3u8',
    files: { '/case/master.m3u8': thirdPartyPlaylist },
    playsToSeconds: undefined,
    blocked: ['manifest']
  }),
  nativeCase('a poster of ours', 'poster', {
    attributes: { poster: '/media/poster.jpg' },
    src: '/case/m.m3u8',
    files: { '/case/m.m3u8': hlsAnswer(mediaPlaylist()) }
  }),
  nativeCase('a poster that redirects', 'poster-redirect', {
    attributes: { poster: '/case/poster.jpg' },
    src: '/case/m.m3u8',
    files: { '/case/m.m3u8': hlsAnswer(mediaPlaylist()), '/case/poster.jpg': redirectTo('https://image.evil.test/media/poster.jpg') }
  }),
  nativeCase('a poster that is an SVG with an image from another host', 'poster', {
    attributes: { poster: '/case/poster.svg' },
    src: '/case/m.m3u8',
    files: {
      '/case/m.m3u8': hlsAnswer(mediaPlaylist()),
      '/case/poster.svg': {
        type: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="https://image.evil.test/i.png" width="9" height="9"/></svg>'
      }
    }
  }),
  nativeCase('a caption file that redirects', 'track-redirect', {
    childMarkup: trackMarkup,
    src: '/case/m.m3u8',
    files: { '/case/m.m3u8': hlsAnswer(mediaPlaylist()), '/case/t.vtt': redirectTo('https://text.evil.test/media/captions/en.vtt') }
  }),
  nativeCase('a caption file that redirects, with crossorigin', 'track-redirect', {
    childMarkup: trackMarkup,
    attributes: { crossorigin: 'anonymous' },
    src: '/case/m.m3u8',
    files: { '/case/m.m3u8': hlsAnswer(mediaPlaylist()), '/case/t.vtt': redirectTo('https://text.evil.test/media/captions/en.vtt') }
  }),
  nativeCase('a caption file with a style sheet that names another host', 'vtt-style', {
    childMarkup: trackMarkup,
    src: '/case/m.m3u8',
    files: {
      '/case/m.m3u8': hlsAnswer(mediaPlaylist()),
      '/case/t.vtt': {
        type: 'text/vtt',
        body: 'WEBVTT\n\nSTYLE\n@import "https://style.evil.test/s.css";\n::cue { background-image: url(https://style.evil.test/i.png); }\n\n00:00.000 --> 00:30.000\n<b>shown</b>\n'
      }
    }
  }),
  nativeCase('a caption file with style sheets after unusual white space', 'vtt-style', {
    childMarkup: trackMarkup,
    src: '/case/m.m3u8',
    files: { '/case/m.m3u8': hlsAnswer(mediaPlaylist()), '/case/t.vtt': { type: 'text/vtt', body: unusualStyles } }
  }),
  nativeCase('a DASH source in another element of the page', 'dash-auto-create', {
    pageMarkup:
      '<video id="stranger" data-dashjs-player><source src="https://cdn.evil.test/media/cmaf/manifest.mpd" type="application/dash+xml"></video>',
    src: '/case/m.mpd',
    files: { '/case/m.mpd': dashAnswer(createMpd({})) }
  })
];
