import type { TemplateResult } from 'lit';
import { icons } from '../icons.js';
import { isTouchOnly } from '../interface/touch.js';
import type { View } from '../view.js';
import type { Setting } from './setting.js';

/** Returns a setting that opens the panel of the same name; `offered` returns whether it is in the menu. */
const openPanel =
  (
    name: string,
    label: 'captionStyle' | 'transcript' | 'privacy' | 'shortcuts',
    icon: TemplateResult,
    offered: (view: View) => boolean
  ): Setting =>
  (view) =>
    offered(view) ? { name, label: view.t[label], icon, run: () => view.show(name) } : undefined;

const hasCaptions = ({ state }: View): boolean => state.captions.tracks.length > 0;

export const captionStyle = openPanel('caption-style', 'captionStyle', icons.letters, hasCaptions);

export const transcript = openPanel('transcript', 'transcript', icons.transcript, hasCaptions);

/** Needed where the bar is too narrow for the shield. */
export const privacy = openPanel('privacy', 'privacy', icons.shield, () => true);

export const shortcuts = openPanel('shortcuts', 'shortcuts', icons.keyboard, ({ options }) => options.hotkeys.length > 0 && !isTouchOnly());
