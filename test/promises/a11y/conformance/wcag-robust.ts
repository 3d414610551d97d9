import type { Row } from './row.js';

const dependsOnPage = 'Depends on the page around the player.';
const noForm = 'The player has no form.';

/** WCAG 2.2, principles 3 and 4. */
export const understandable: readonly Row[] = [
  { clause: '3.1.1', title: 'Language of page', level: 'A', shownBy: ['language', 'languages', 'axe'] },
  {
    clause: '3.1.2',
    title: 'Language of parts',
    level: 'AA',
    shownBy: ['language'],
    hole: 'Titles of the video and of its chapters, and names of tracks, are in the publisher’s language, and are not marked with it.'
  },
  { clause: '3.2.1', title: 'On focus', level: 'A', shownBy: ['focusOrder'] },
  { clause: '3.2.2', title: 'On input', level: 'A', shownBy: ['keyboardTasks', 'menu'] },
  { clause: '3.2.3', title: 'Consistent navigation', level: 'AA', notApplicable: dependsOnPage },
  { clause: '3.2.4', title: 'Consistent identification', level: 'AA', shownBy: ['tree', 'controls'] },
  { clause: '3.2.6', title: 'Consistent help', level: 'A', shownBy: ['shortcutsByKey'] },
  { clause: '3.3.1', title: 'Error identification', level: 'A', shownBy: ['errors', 'retryByKey'] },
  { clause: '3.3.2', title: 'Labels or instructions', level: 'A', shownBy: ['tree'] },
  { clause: '3.3.3', title: 'Error suggestion', level: 'AA', shownBy: ['errors', 'retryByKey'] },
  { clause: '3.3.4', title: 'Error prevention (legal, financial, data)', level: 'AA', notApplicable: noForm },
  { clause: '3.3.7', title: 'Redundant entry', level: 'A', notApplicable: noForm },
  { clause: '3.3.8', title: 'Accessible authentication (minimum)', level: 'AA', notApplicable: noForm },
  { clause: '4.1.2', title: 'Name, role, value', level: 'A', shownBy: ['axe', 'tree', 'popupTree', 'controlStates', 'slider', 'menu'] },
  {
    clause: '4.1.3',
    title: 'Status messages',
    level: 'AA',
    shownBy: ['speakCaptions', 'errors'],
    hole: 'Shown in the accessibility tree; not yet tested with a screen reader.'
  }
];
