import { barStyles } from './bar.css.js';
import { buttonStyles } from './button.css.js';
import { centerStyles } from './center.css.js';
import { captionSpaceStyles } from './caption-space.css.js';
import { noticeStyles } from './notice.css.js';
import { oneAtATimeStyles } from './one-at-a-time.css.js';
import { playlistStyles } from './playlist.css.js';
import { pillStyles } from './pill.css.js';
import { schemeStyles } from './scheme.css.js';
import { pictureStyles } from './picture.css.js';
import { shadeStyles } from './shade.css.js';
import { audioStyles } from './audio.css.js';

/** The style sheets of the interface, from the outermost part inwards; they follow that of the frame. */
export const interfaceStyles = [
  pictureStyles,
  captionSpaceStyles,
  shadeStyles,
  schemeStyles,
  buttonStyles,
  pillStyles,
  barStyles,
  playlistStyles,
  oneAtATimeStyles,
  centerStyles,
  noticeStyles,
  audioStyles
];
