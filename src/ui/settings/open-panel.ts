import type { TemplateResult } from 'lit';
import type { MenuAction } from '../elements/menu-item.js';
import { icons } from '../icons/icons.js';
import { menuIcons } from '../icons/menu-icons.js';
import type { View } from '../view.js';

/** Returns an item that opens the panel of the same name. */
const openPanel =
  (
    name: string,
    label: 'captionStyle' | 'chapters' | 'transcript' | 'playlist' | 'privacy' | 'shortcuts' | 'statistics',
    icon: TemplateResult
  ) =>
  ({ t, show }: View): MenuAction => ({ name, label: t[label], icon, run: () => show(name) });

export const captionStyle = openPanel('caption-style', 'captionStyle', menuIcons.letters);
export const transcript = openPanel('transcript', 'transcript', menuIcons.transcript);
export const chaptersPanel = openPanel('chapters', 'chapters', icons.chapters);
export const playlist = openPanel('playlist', 'playlist', icons.playlist);
export const privacy = openPanel('privacy', 'privacy', icons.shield);
export const statistics = openPanel('statistics', 'statistics', menuIcons.statistics);
export const shortcuts = openPanel('shortcuts', 'shortcuts', menuIcons.keyboard);
