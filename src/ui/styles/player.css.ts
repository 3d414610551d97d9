import { barStyles } from './bar.css.js';
import { buttonStyles } from './button.css.js';
import { centreStyles } from './centre.css.js';
import { elsewhereStyles } from './elsewhere.css.js';
import { frameStyles } from './frame.css.js';
import { noticeStyles } from './notice.css.js';
import { panelStyles } from './panel.css.js';
import { pillStyles } from './pill.css.js';
import { schemeStyles } from './scheme.css.js';
import { shadeStyles } from './shade.css.js';
import { audioStyles } from './audio.css.js';

/** The style sheets of `<jet-player>`, from the outside in. */
export const playerStyles = [
  frameStyles,
  shadeStyles,
  schemeStyles,
  buttonStyles,
  pillStyles,
  barStyles,
  centreStyles,
  noticeStyles,
  elsewhereStyles,
  panelStyles,
  audioStyles
];
