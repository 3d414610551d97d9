import { formatTime } from '../../lib/format.js';
import { chapterTitle } from '../chapter-title.js';
import { icons } from '../icons/icons.js';
import { shownTime } from '../shown-time.js';
import type { Setting } from './setting.js';
import { chapterLink } from './share.js';

/** The list of chapters, each with its time. */
export const chapters: Setting = (view) => {
  const { player, state, t } = view;
  const { list, current } = state.chapters;
  if (list.length === 0) return undefined;
  // The menu has no room for images.
  if (list.some(({ image }) => image))
    return { name: 'chapters', label: t.chapters, icon: icons.chapters, run: () => view.show('chapters') };
  return {
    name: 'chapters',
    label: t.chapters,
    icon: icons.chapters,
    value: String(current),
    summary: chapterTitle(view, current),
    choices: list.map(({ start }, index) => ({
      value: String(index),
      label: chapterTitle(view, index),
      note: formatTime(shownTime(view, start))
    })),
    choose: (value) => player.chapters.choose(Number(value)),
    actions: chapterLink(view, chapterTitle(view, current))
  };
};
