import type { Row } from './row.js';

/** EN 301 549 V3.2.1, clause 7: ICT with video capabilities. */
export const clause7: readonly Row[] = [
  { clause: '7.1.1', title: 'Captioning playback', shownBy: ['captionsByKey', 'markupTracks'] },
  { clause: '7.1.2', title: 'Captioning synchronization', shownBy: ['captionTiming'] },
  {
    clause: '7.1.3',
    title: 'Preservation of captioning',
    notApplicable: 'The player neither transmits, converts nor records; the captions of the manifest reach the browser unchanged.'
  },
  { clause: '7.1.4', title: 'Captions characteristics', shownBy: ['captionStyle'] },
  {
    clause: '7.1.5',
    title: 'Spoken subtitles',
    shownBy: ['speakCaptionsByKey'],
    hole: 'The viewer’s screen reader speaks them; no screen reader has been tested yet. It cannot speak captions that are part of the video image.'
  },
  { clause: '7.2.1', title: 'Audio description playback', shownBy: ['audioTrackByKey', 'captionTracks'] },
  { clause: '7.2.2', title: 'Audio description synchronization', shownBy: ['tracks', 'captionTracks'] },
  {
    clause: '7.2.3',
    title: 'Preservation of audio description',
    notApplicable: 'The player neither transmits, converts nor records.'
  },
  { clause: '7.3', title: 'User controls for captions and audio description', shownBy: ['captionsAtSameLevel', 'captionsByKey'] }
];
