import type { MenuAction } from '../elements/menu-item.js';
import { menuIcons } from '../icons/menu-icons.js';
import type { View } from '../view.js';

/** Spoken captions: turns the captions into a live region, which a screen reader announces as it changes. */
export const speakCaptions = ({ player, state: { captions }, t }: View): MenuAction => ({
  name: 'speak-captions',
  label: t.speakCaptions,
  icon: menuIcons.speakCaptions,
  checked: captions.speakCaptions,
  run: () => player.captions.setSpeakCaptions(!captions.speakCaptions)
});
