import type { View } from '../control.js';
import type { MenuItem } from '../elements/menu-item.js';
import { audio } from './audio.js';
import { captionStyle } from './caption-style.js';
import { captionsAloud } from './captions-aloud.js';
import { captions } from './captions.js';
import { chapters } from './chapters.js';
import { privacy } from './privacy.js';
import { quality } from './quality.js';
import { shortcuts } from './shortcuts.js';
import { speed } from './speed.js';
import { transcript } from './transcript.js';

/** A line of the settings menu; undefined where there is nothing to choose. */
export type Setting = (view: View) => MenuItem | undefined;

const settings: readonly Setting[] = [
  quality,
  speed,
  captions,
  captionStyle,
  captionsAloud,
  audio,
  chapters,
  transcript,
  privacy,
  shortcuts
];

/** The settings that make sense now, in the order of the menu. */
export const settingsOf = (view: View): MenuItem[] => settings.map((setting) => setting(view)).filter((item) => item !== undefined);
