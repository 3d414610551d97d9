import type { Row } from '../row.js';

const engine = 'file';

export const fileRows: readonly Row[] = [
  { construct: 'MP4', src: '/media/film.mp4', engine },
  { construct: 'WebM', src: 'files/film.webm', engine },
  { construct: 'MP3', src: 'files/sound.mp3', engine, picture: false },
  { construct: 'M4A', src: 'files/sound.m4a', engine, picture: false },
  { construct: 'Ogg', src: 'files/sound.ogg', engine, picture: false },
  { construct: 'FLAC', src: 'files/sound.flac', engine, picture: false },
  { construct: 'WAV', src: 'files/sound.wav', engine: 'native', picture: false },
  {
    construct: 'several sources, in their order',
    src: [{ src: '/streams/none.m3u8' }, { src: '/streams/none.mp4' }, { src: '/streams/files/film.webm', type: 'video/webm' }],
    engine
  },
  { construct: 'type by the attribute', src: [{ src: '/streams/unnamed/film', type: 'video/mp4' }], engine },
  { construct: 'type by the Content-Type header: a video', src: 'unnamed/film', engine },
  { construct: 'type by the first bytes: HLS', src: 'unnamed/hls', engine: 'hls.js', picture: false },
  { construct: 'type by the first bytes: DASH', src: 'unnamed/dash', engine: 'dash.js' }
];
