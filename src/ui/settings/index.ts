import type { View } from '../view.js';
import type { MenuItem } from '../elements/menu-item.js';
import { audio } from './audio.js';
import { speakCaptions } from './speak-captions.js';
import { captions } from './captions.js';
import { chapters } from './chapters.js';
import { captionStyle, privacy, shortcuts, transcript } from './open-panel.js';
import { quality } from './quality.js';
import type { Setting } from './setting.js';
import { speed } from './speed.js';

const settings: readonly Setting[] = [
  quality,
  speed,
  captions,
  captionStyle,
  speakCaptions,
  audio,
  chapters,
  transcript,
  privacy,
  shortcuts
];

/** Returns the settings that apply now, in the order of the menu. */
export const settingsOf = (view: View): MenuItem[] => settings.map((setting) => setting(view)).filter((item) => item !== undefined);
