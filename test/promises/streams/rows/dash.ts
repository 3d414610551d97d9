import { until } from '../../../support/until.js';
import { showsCaption, hasMetadataCue, switchingCheck, showsThumbnail, type Row } from '../row.js';

const clearKey = { '00112233445566778899aabbccddeeff': 'ffeeddccbbaa99887766554433221100' };
const engine = 'dash.js';

export const dashRows: readonly Row[] = [
  { title: 'a SegmentTemplate with numbers', src: 'number/manifest.mpd', engine },
  { title: 'a SegmentTemplate with a timeline', src: 'timeline/manifest.mpd', engine },
  { title: 'a SegmentBase', src: 'base/manifest.mpd', engine },
  { title: 'a SegmentList', src: 'list/manifest.mpd', engine },
  {
    title: 'several periods',
    src: 'periods/manifest.mpd',
    engine,
    async check({ player, video, shownTime: shown }) {
      player.time.seek(5);
      await until(
        'playback continues, and the video has jumped from 4 to 40',
        () => video.currentTime > 5.2 && Math.abs(shown() - video.currentTime - 36) < 0.3
      );
    }
  },
  { title: 'several audio tracks', src: '/media/cmaf/manifest.mpd', engine, ...switchingCheck },
  { title: 'captions in a WebVTT file', src: '/media/cmaf/manifest.mpd', engine, check: showsCaption('First light on the delta.') },
  { title: 'WebVTT captions in segments', src: 'wvtt/manifest.mpd', engine, check: showsCaption('Cue 1') },
  { title: 'IMSC captions in segments', src: 'stpp/manifest.mpd', engine, check: showsCaption('Cue 1') },
  { title: 'captions in a TTML file', src: 'ttml/manifest.mpd', engine, check: showsCaption('Cue 1') },
  { title: 'CEA-608 captions', src: 'cea-608/manifest.mpd', engine, check: showsCaption('LINE 1') },
  { title: 'thumbnail tiles', src: 'tiles/manifest.mpd', engine, check: showsThumbnail },
  { title: 'an EventStream', src: 'events/manifest.mpd', engine, check: hasMetadataCue('Goal', 1) },
  { title: 'events in segments', src: 'events/manifest.mpd', engine, check: hasMetadataCue('Whistle', 1.5) },
  {
    title: 'ClearKey keys from a licence server',
    src: 'clear-key/manifest.mpd',
    engine,
    hasTimecode: false,
    settings: { drm: { 'org.w3.clearkey': { licenseUrl: '/streams/license' } } }
  },
  {
    title: 'ClearKey keys from the page',
    src: 'clear-key/manifest.mpd',
    engine,
    hasTimecode: false,
    settings: { drm: { 'org.w3.clearkey': { keys: clearKey } } }
  },
  { title: '100,000 segments', src: 'many/manifest.mpd', engine }
];
