import { formatNumber } from '../i18n/format.js';
import type { View } from './control.js';

/** The title of a chapter by its index; one without a title has a number. Empty where there is no such chapter. */
export function titleOf({ state, t }: View, index: number): string {
  const chapter = state.chapters.list[index];
  return chapter ? chapter.title || t.chapterNumber(formatNumber(index + 1, t.lang)) : '';
}

/** The title of the chapter at a time in seconds; empty where there is none. */
export const titleAt = (view: View, seconds: number): string =>
  titleOf(
    view,
    view.state.chapters.list.findIndex(({ start, end }) => seconds >= start && seconds < end)
  );
