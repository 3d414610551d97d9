import { formatNumber } from '../i18n/format.js';
import type { View } from './view.js';

/** Returns the title of the chapter at `index`, or its number when it has no title. Empty when there is no such chapter. */
export function chapterTitle({ state, t }: View, index: number): string {
  const chapter = state.chapters.list[index];
  return chapter ? chapter.title || t.chapterNumber(formatNumber(index + 1, t.lang)) : '';
}

/** Returns the title of the chapter at a time in seconds. Empty when there is none. */
export const chapterTitleAt = (view: View, seconds: number): string =>
  chapterTitle(
    view,
    view.state.chapters.list.findIndex(({ start, end }) => seconds >= start && seconds < end)
  );
