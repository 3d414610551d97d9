import { timeWith, timeWithout, type TimeRange } from '../lib/time-ranges.js';
import type { View } from './view.js';

/**
 * Returns the time in seconds that the interface shows for a time of the media: the same, or with `withdrawn-style="shortened"` the time on
 * the timeline without the withdrawn passages.
 */
export const shownTime = ({ options, state }: Pick<View, 'options' | 'state'>, seconds: number): number =>
  options.shortened ? timeWithout(state.withdrawals.passages, seconds) : seconds;

/** Returns a range of the media as the interface shows it. */
export const shownRange = (view: Pick<View, 'options' | 'state'>, { start, end }: TimeRange): TimeRange => ({
  start: shownTime(view, start),
  end: shownTime(view, end)
});

/** Returns the time of the media in seconds for one that the interface shows. */
export const mediaTime = ({ options, state }: Pick<View, 'options' | 'state'>, seconds: number): number =>
  options.shortened ? timeWith(state.withdrawals.passages, seconds) : seconds;
