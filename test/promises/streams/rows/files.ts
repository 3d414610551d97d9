import type { Row } from '../row.js';

const engine = 'file';

export const fileRows: readonly Row[] = [
  { title: 'of the type MP4', src: '/media/film.mp4', engine },
  { title: 'of the type WebM', src: 'files/film.webm', engine },
  { title: 'of the type MP3', src: 'files/sound.mp3', engine, hasTimecode: false },
  { title: 'of the type M4A', src: 'files/sound.m4a', engine, hasTimecode: false },
  { title: 'of the type Ogg', src: 'files/sound.ogg', engine, hasTimecode: false },
  { title: 'of the type FLAC', src: 'files/sound.flac', engine, hasTimecode: false },
  { title: 'of the type WAV', src: 'files/sound.wav', engine: 'native', hasTimecode: false },
  {
    title: 'that is the first existing one of several sources',
    src: [{ src: '/streams/none.m3u8' }, { src: '/streams/none.mp4' }, { src: '/streams/files/film.webm', type: 'video/webm' }],
    engine
  },
  { title: 'whose type only the type attribute states', src: [{ src: '/streams/unnamed/film', type: 'video/mp4' }], engine },
  { title: 'whose type only the Content-Type header states', src: 'unnamed/film', engine },
  { title: 'whose first bytes show that it is an HLS playlist', src: 'unnamed/hls', engine: 'hls.js', hasTimecode: false },
  { title: 'whose first bytes show that it is an MPD', src: 'unnamed/dash', engine: 'dash.js' }
];
