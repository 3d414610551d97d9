import type { Row } from './row.js';

const dependsOnMedia = 'Depends on the media; the player plays the tracks that the media has.';

/** WCAG 2.2, principle 1. */
export const perceivable: readonly Row[] = [
  { clause: '1.1.1', title: 'Non-text content', level: 'A', shownBy: ['axe', 'tree', 'popupTree'] },
  { clause: '1.2.1', title: 'Audio-only and video-only (prerecorded)', level: 'A', notApplicable: dependsOnMedia },
  { clause: '1.2.2', title: 'Captions (prerecorded)', level: 'A', shownBy: ['captionsByKey', 'markupTracks'] },
  { clause: '1.2.3', title: 'Audio description or media alternative', level: 'A', shownBy: ['audioTrackByKey', 'tracks', 'menu'] },
  {
    clause: '1.2.4',
    title: 'Captions (live)',
    level: 'AA',
    hole: 'Captions inside a live stream (CEA-608/708, live WebVTT) are played by the engines and have not been tested.'
  },
  { clause: '1.2.5', title: 'Audio description (prerecorded)', level: 'AA', shownBy: ['audioTrackByKey', 'tracks', 'menu'] },
  { clause: '1.3.1', title: 'Info and relationships', level: 'A', shownBy: ['axe', 'tree', 'popupTree'] },
  { clause: '1.3.2', title: 'Meaningful sequence', level: 'A', shownBy: ['focusOrder', 'tree'] },
  { clause: '1.3.3', title: 'Sensory characteristics', level: 'A', shownBy: ['tree', 'pseudoLanguage'] },
  { clause: '1.3.4', title: 'Orientation', level: 'AA', shownBy: ['zoom'] },
  { clause: '1.3.5', title: 'Identify input purpose', level: 'AA', notApplicable: 'The player asks for no information about the viewer.' },
  { clause: '1.4.1', title: 'Use of colour', level: 'A', shownBy: ['tree', 'popupTree', 'axe'] },
  { clause: '1.4.2', title: 'Audio control', level: 'A', shownBy: ['playPauseByKey', 'volumeByKey'] },
  {
    clause: '1.4.3',
    title: 'Contrast (minimum)',
    level: 'AA',
    shownBy: ['axe', 'colours'],
    hole: 'Text on the control bar is on a shade over the video, which no test can measure for every video; the shade is opaque if the viewer prefers reduced transparency.'
  },
  { clause: '1.4.4', title: 'Resize text', level: 'AA', shownBy: ['zoom'] },
  { clause: '1.4.5', title: 'Images of text', level: 'AA', shownBy: ['pseudoLanguage'] },
  {
    clause: '1.4.10',
    title: 'Reflow',
    level: 'AA',
    shownBy: ['zoom'],
    hole: 'In a player under 480 CSS pixels the bar has no volume slider and no download button, under 380 no button for picture in picture; volume and picture in picture have keyboard shortcuts, the download has none.'
  },
  {
    clause: '1.4.11',
    title: 'Non-text contrast',
    level: 'AA',
    shownBy: ['colours', 'focusOrder'],
    hole: 'Icons over the video, as under 1.4.3.'
  },
  { clause: '1.4.12', title: 'Text spacing', level: 'AA', shownBy: ['textSpacing'] },
  {
    clause: '1.4.13',
    title: 'Content on hover or focus',
    level: 'AA',
    shownBy: ['look'],
    hole: 'The tooltips of the buttons contain only their names. They stay as long as the pointer or the focus, and Escape dismisses them, but the pointer cannot be moved onto them.'
  }
];
