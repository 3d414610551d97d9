import { expect } from 'chai';
import { noHlsKeys, webKitGtk } from '../../../support/known-limits.js';
import { until } from '../../../support/until.js';
import { showsCaption, showsFrames, hasMetadataCue, switchingCheck, showsThumbnail, type Row } from '../row.js';

const clearKey = { '00112233445566778899aabbccddeeff': 'ffeeddccbbaa99887766554433221100' };
const engine = 'hls.js';

export const hlsRows: readonly Row[] = [
  { title: 'TS segments', src: '/media/ts/master.m3u8', engine },
  { title: 'CMAF segments', src: '/media/cmaf/master.m3u8', engine },
  {
    title: 'an audio-only rendition',
    src: 'audio-only/master.m3u8',
    engine,
    hasTimecode: false,
    check: ({ player }) => until('the state says that there is no video', () => player.state.current.content.audioOnly)
  },
  { title: 'alternate audio in TS segments', src: '/media/ts/master.m3u8', engine, ...switchingCheck },
  { title: 'alternate audio in CMAF segments', src: '/media/cmaf/master.m3u8', engine, ...switchingCheck },
  { title: 'WebVTT subtitles and TS segments', src: '/media/ts/master.m3u8', engine, check: showsCaption('First light on the delta.') },
  { title: 'WebVTT subtitles and CMAF segments', src: '/media/cmaf/master.m3u8', engine, check: showsCaption('First light on the delta.') },
  { title: 'IMSC subtitles', src: 'imsc/master.m3u8', engine, check: showsCaption('Cue 1') },
  { title: 'CEA-608 captions', src: 'cea-608/master.m3u8', engine, check: showsCaption('LINE 1') },
  { title: 'AES-128 encryption', src: 'aes-128/video.m3u8', engine },
  {
    title: 'discontinuities',
    src: 'discontinuity/video.m3u8',
    engine,
    async check({ player, video, shownTime: shown }) {
      player.time.seek(5);
      await until(
        'playback continues, and the video has jumped from 4 to 36',
        () => video.currentTime > 5.2 && Math.abs(shown() - video.currentTime - 32) < 0.3
      );
    }
  },
  { title: 'byte ranges', src: 'byte-range/video.m3u8', engine },
  { title: 'EXT-X-DATERANGE', src: 'dates/video.m3u8', engine, check: hasMetadataCue('Goal', 1) },
  {
    title: 'EXT-X-PROGRAM-DATE-TIME',
    src: 'dates/video.m3u8',
    engine,
    check: ({ player }) => void expect(player.session.engine!.startDate!()!.getTime()).to.be.closeTo(Date.UTC(2025, 5, 1, 12), 50)
  },
  {
    title: 'an I-frame playlist',
    src: 'i-frames/master.m3u8',
    engine,
    skipReason: webKitGtk && 'WebKitGTK does not seek in a video outside of the page',
    check: showsFrames
  },
  { title: 'an image playlist', src: 'images/master.m3u8', engine, check: showsThumbnail },
  {
    title: 'ClearKey keys from a licence server',
    src: 'clear-key/master.m3u8',
    engine,
    hasTimecode: false,
    settings: { drm: { 'org.w3.clearkey': { licenseUrl: '/streams/license' } } },
    skipReason: noHlsKeys
  },
  {
    title: 'ClearKey keys from the page',
    src: 'clear-key/master.m3u8',
    engine,
    hasTimecode: false,
    settings: { drm: { 'org.w3.clearkey': { keys: clearKey } } },
    skipReason: noHlsKeys
  },
  { title: '100,000 segments', src: 'many/video.m3u8', engine }
];
