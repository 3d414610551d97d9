import { captionStyle } from './caption-style.js';
import { chapters } from './chapters.js';
import { consent } from './consent.js';
import { credentials } from './credentials.js';
import type { Panel } from './panel.js';
import { playlist } from './playlist.js';
import { privacy } from './privacy.js';
import { share } from './share.js';
import { shortcuts } from './shortcuts.js';
import { statistics } from './statistics.js';
import { transcript } from './transcript.js';

/** The panels; each is opened by its name. A new panel is one file and one entry here. */
export const panels: readonly Panel[] = [
  privacy,
  shortcuts,
  consent,
  captionStyle,
  transcript,
  statistics,
  share,
  playlist,
  chapters,
  credentials
];

/** Whether the panel of this name covers the player, so that the other controls cannot be reached while it is open. */
export const isModal = (name: string | null): boolean => panels.some((panel) => panel.name === name && !panel.beside);
