import { expect } from 'chai';
import { noHlsKeys, webKitGtk } from '../../../support/known-limits.js';
import { until } from '../../../support/until.js';
import { captions, frame, metadata, switching, thumbnail, type Row } from '../row.js';

const clearKey = { '00112233445566778899aabbccddeeff': 'ffeeddccbbaa99887766554433221100' };
const engine = 'hls.js';

export const hlsRows: readonly Row[] = [
  { construct: 'TS', src: '/media/ts/master.m3u8', engine },
  { construct: 'CMAF', src: '/media/cmaf/master.m3u8', engine },
  {
    construct: 'audio-only rendition',
    src: 'audio-only/master.m3u8',
    engine,
    picture: false,
    shows: ({ player }) => until('the state says that there is no video', () => player.state.current.content.audioOnly)
  },
  { construct: 'alternate audio, TS', src: '/media/ts/master.m3u8', engine, ...switching },
  { construct: 'alternate audio, CMAF', src: '/media/cmaf/master.m3u8', engine, ...switching },
  { construct: 'WebVTT subtitles, TS', src: '/media/ts/master.m3u8', engine, shows: captions('First light on the delta.') },
  { construct: 'WebVTT subtitles, CMAF', src: '/media/cmaf/master.m3u8', engine, shows: captions('First light on the delta.') },
  { construct: 'IMSC subtitles', src: 'imsc/master.m3u8', engine, shows: captions('Cue 1') },
  { construct: 'CEA-608', src: 'cea-608/master.m3u8', engine, shows: captions('LINE 1') },
  { construct: 'AES-128', src: 'aes-128/video.m3u8', engine },
  {
    construct: 'discontinuities',
    src: 'discontinuity/video.m3u8',
    engine,
    async shows({ player, video, shownTime: shown }) {
      player.time.seek(5);
      await until(
        'playback continues, and the video has jumped from 4 to 36',
        () => video.currentTime > 5.2 && Math.abs(shown() - video.currentTime - 32) < 0.3
      );
    }
  },
  { construct: 'byte ranges', src: 'byte-range/video.m3u8', engine },
  { construct: 'EXT-X-DATERANGE', src: 'dates/video.m3u8', engine, shows: metadata('Goal', 1) },
  {
    construct: 'EXT-X-PROGRAM-DATE-TIME',
    src: 'dates/video.m3u8',
    engine,
    shows: ({ player }) => void expect(player.session.engine!.startDate!()!.getTime()).to.be.closeTo(Date.UTC(2025, 5, 1, 12), 50)
  },
  {
    construct: 'I-frame playlist',
    src: 'i-frames/master.m3u8',
    engine,
    cannot: webKitGtk && 'WebKitGTK does not seek in a video outside of the page',
    shows: frame
  },
  { construct: 'image playlist', src: 'images/master.m3u8', engine, shows: thumbnail },
  {
    construct: 'ClearKey, keys from a licence server',
    src: 'clear-key/master.m3u8',
    engine,
    picture: false,
    settings: { drm: { 'org.w3.clearkey': { licenseUrl: '/streams/license' } } },
    cannot: noHlsKeys
  },
  {
    construct: 'ClearKey, keys of the page',
    src: 'clear-key/master.m3u8',
    engine,
    picture: false,
    settings: { drm: { 'org.w3.clearkey': { keys: clearKey } } },
    cannot: noHlsKeys
  },
  { construct: '100,000 segments', src: 'many/video.m3u8', engine }
];
