import type { Row } from './row.js';

/** EN 301 549 V3.2.1, clause 7: ICT with video capabilities. */
export const clause7: readonly Row[] = [
  { clause: '7.1.1', title: 'Captioning playback', shownBy: ['captionsByKey', 'markupTracks'] },
  {
    clause: '7.1.2',
    title: 'Captioning synchronization',
    hole: 'A cue is shown by the browser at the times of its file; that it is within 100 ms has not been measured.'
  },
  {
    clause: '7.1.3',
    title: 'Preservation of captioning',
    notApplicable: 'The player neither transmits, converts nor records; what the manifest brings reaches the browser as it is.'
  },
  { clause: '7.1.4', title: 'Captions characteristics', unmet: 'The viewer cannot yet set size, colour, edge and place of the captions.' },
  { clause: '7.1.5', title: 'Spoken subtitles', unmet: 'Subtitles are drawn by the browser, which does not read them out.' },
  { clause: '7.2.1', title: 'Audio description playback', shownBy: ['soundByKey', 'menu'] },
  { clause: '7.2.2', title: 'Audio description synchronization', shownBy: ['tracks'] },
  {
    clause: '7.2.3',
    title: 'Preservation of audio description',
    notApplicable: 'The player neither transmits, converts nor records.'
  },
  {
    clause: '7.3',
    title: 'User controls for captions and audio description',
    shownBy: ['captionsByKey', 'soundByKey'],
    hole: 'Captions have a button beside play; audio description is a line in the settings, one level further.'
  }
];
