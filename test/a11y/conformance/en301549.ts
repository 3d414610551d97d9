import type { Row } from './row.js';

/** EN 301 549 V3.2.1, clause 7: ICT with video capabilities. */
export const clause7: readonly Row[] = [
  { clause: '7.1.1', title: 'Captioning playback', shownBy: ['captionsByKey', 'markupTracks'] },
  { clause: '7.1.2', title: 'Captioning synchronization', shownBy: ['captionTiming'] },
  {
    clause: '7.1.3',
    title: 'Preservation of captioning',
    notApplicable: 'The player neither transmits, converts nor records; what the manifest brings reaches the browser as it is.'
  },
  { clause: '7.1.4', title: 'Captions characteristics', shownBy: ['captionStyle'] },
  {
    clause: '7.1.5',
    title: 'Spoken subtitles',
    shownBy: ['aloudByKey'],
    hole: 'They are spoken by the viewer’s own screen reader, with which that has not yet been listened to; captions that are part of the picture cannot be.'
  },
  { clause: '7.2.1', title: 'Audio description playback', shownBy: ['soundByKey', 'captionTracks'] },
  { clause: '7.2.2', title: 'Audio description synchronization', shownBy: ['tracks', 'captionTracks'] },
  {
    clause: '7.2.3',
    title: 'Preservation of audio description',
    notApplicable: 'The player neither transmits, converts nor records.'
  },
  { clause: '7.3', title: 'User controls for captions and audio description', shownBy: ['sameLevel', 'captionsByKey'] }
];
