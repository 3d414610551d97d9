import { barStyles } from './bar.css.js';
import { buttonStyles } from './button.css.js';
import { centerStyles } from './center.css.js';
import { captionSpaceStyles } from './caption-space.css.js';
import { noticeStyles } from './notice.css.js';
import { replacedPartStyles } from './replaced-parts.css.js';
import { playlistStyles } from './playlist.css.js';
import { textButtonStyles } from './text-button.css.js';
import { schemeStyles } from './scheme.css.js';
import { videoLayerStyles } from './video-layers.css.js';
import { shadeStyles } from './shade.css.js';
import { audioStyles } from './audio.css.js';
import { restyleStyles } from './restyle.js';

/** The style sheets of the interface, from the outermost part inwards; they follow that of the frame. */
export const interfaceStyles = [
  videoLayerStyles,
  captionSpaceStyles,
  shadeStyles,
  schemeStyles,
  buttonStyles,
  textButtonStyles,
  barStyles,
  playlistStyles,
  replacedPartStyles,
  centerStyles,
  noticeStyles,
  audioStyles,
  restyleStyles
];
