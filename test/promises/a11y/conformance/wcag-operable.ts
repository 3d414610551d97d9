import type { Row } from './row.js';

const dependsOnPage = 'Depends on the page around the player.';

/** WCAG 2.2, principle 2. */
export const operable: readonly Row[] = [
  { clause: '2.1.1', title: 'Keyboard', level: 'A', shownBy: ['keyboardTasks', 'menu', 'slider'] },
  { clause: '2.1.2', title: 'No keyboard trap', level: 'A', shownBy: ['focusOrder', 'dialogFocus'] },
  { clause: '2.1.4', title: 'Character key shortcuts', level: 'A', shownBy: ['hotkeys'] },
  { clause: '2.2.1', title: 'Timing adjustable', level: 'A', shownBy: ['look'] },
  { clause: '2.2.2', title: 'Pause, stop, hide', level: 'A', shownBy: ['playPauseByKey'] },
  { clause: '2.3.1', title: 'Three flashes or below threshold', level: 'A', shownBy: ['flashes'] },
  { clause: '2.4.1', title: 'Bypass blocks', level: 'A', notApplicable: dependsOnPage },
  { clause: '2.4.2', title: 'Page titled', level: 'A', notApplicable: dependsOnPage },
  {
    clause: '2.4.3',
    title: 'Focus order',
    level: 'A',
    shownBy: ['focusOrder', 'dialogFocus'],
    hole: 'In an audio player under 520 CSS pixels the timeline is above the buttons but comes between them in the tab order.'
  },
  { clause: '2.4.4', title: 'Link purpose (in context)', level: 'A', shownBy: ['tree'] },
  { clause: '2.4.5', title: 'Multiple ways', level: 'AA', notApplicable: dependsOnPage },
  { clause: '2.4.6', title: 'Headings and labels', level: 'AA', shownBy: ['tree', 'popupTree'] },
  { clause: '2.4.7', title: 'Focus visible', level: 'AA', shownBy: ['focusOrder', 'dialogFocus'] },
  { clause: '2.4.11', title: 'Focus not obscured (minimum)', level: 'AA', shownBy: ['focusOrder'] },
  { clause: '2.5.1', title: 'Pointer gestures', level: 'A', shownBy: ['gestures', 'keyboardTasks'] },
  { clause: '2.5.2', title: 'Pointer cancellation', level: 'A', shownBy: ['pointerCancellation', 'slider'] },
  { clause: '2.5.3', title: 'Label in name', level: 'A', shownBy: ['axe', 'tree'] },
  { clause: '2.5.4', title: 'Motion actuation', level: 'A', notApplicable: 'No function needs the device to be moved.' },
  { clause: '2.5.7', title: 'Dragging movements', level: 'AA', shownBy: ['slider', 'keyboardTasks'] },
  { clause: '2.5.8', title: 'Target size (minimum)', level: 'AA', shownBy: ['targetSize', 'look'] }
];
