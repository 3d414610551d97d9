import { until } from '../../../support/until.js';
import { captions, metadata, switching, thumbnail, type Row } from '../row.js';

const clearKey = { '00112233445566778899aabbccddeeff': 'ffeeddccbbaa99887766554433221100' };
const engine = 'dash.js';

export const dashRows: readonly Row[] = [
  { construct: 'SegmentTemplate, number', src: 'number/manifest.mpd', engine },
  { construct: 'SegmentTemplate, timeline', src: 'timeline/manifest.mpd', engine },
  { construct: 'SegmentBase', src: 'base/manifest.mpd', engine },
  { construct: 'SegmentList', src: 'list/manifest.mpd', engine },
  {
    construct: 'several periods',
    src: 'periods/manifest.mpd',
    engine,
    async shows({ player, video, shownTime: shown }) {
      player.time.seek(5);
      await until(
        'playback continues, and the video has jumped from 4 to 40',
        () => video.currentTime > 5.2 && Math.abs(shown() - video.currentTime - 36) < 0.3
      );
    }
  },
  { construct: 'several audio tracks', src: '/media/cmaf/manifest.mpd', engine, ...switching },
  { construct: 'WebVTT sidecar', src: '/media/cmaf/manifest.mpd', engine, shows: captions('First light on the delta.') },
  { construct: 'WebVTT in segments', src: 'wvtt/manifest.mpd', engine, shows: captions('Cue 1') },
  { construct: 'IMSC in segments', src: 'stpp/manifest.mpd', engine, shows: captions('Cue 1') },
  { construct: 'TTML sidecar', src: 'ttml/manifest.mpd', engine, shows: captions('Cue 1') },
  { construct: 'CEA-608', src: 'cea-608/manifest.mpd', engine, shows: captions('LINE 1') },
  { construct: 'thumbnail tiles', src: 'tiles/manifest.mpd', engine, shows: thumbnail },
  { construct: 'EventStream', src: 'events/manifest.mpd', engine, shows: metadata('Goal', 1) },
  { construct: 'events in segments', src: 'events/manifest.mpd', engine, shows: metadata('Whistle', 1.5) },
  {
    construct: 'ClearKey, keys from a licence server',
    src: 'clear-key/manifest.mpd',
    engine,
    picture: false,
    settings: { drm: { 'org.w3.clearkey': { licenseUrl: '/streams/license' } } }
  },
  {
    construct: 'ClearKey, keys of the page',
    src: 'clear-key/manifest.mpd',
    engine,
    picture: false,
    settings: { drm: { 'org.w3.clearkey': { keys: clearKey } } }
  },
  { construct: '100,000 segments', src: 'many/manifest.mpd', engine }
];
