import { html } from 'lit';
import { formatTime } from '../../lib/format.js';
import { spokenTime } from '../../i18n/format.js';
import { seekTarget, type TimeRange } from '../../lib/time-ranges.js';
import { chapterTitleAt } from '../chapter-title.js';
import { mediaTime, shownRange, shownTime } from '../shown-time.js';
import type { Control, View } from '../view.js';
import type { JetSlider } from '../elements/jet-slider.js';

const isLive = ({ state }: View): boolean => state.live.streamType === 'live';

/** Returns by how many seconds the position advances per second; 0 when it does not, or when the viewer cannot see it. */
function speedOf({ idle, state: { playback, time } }: View): number {
  return idle || playback.paused || playback.waiting || playback.ended || time.seeking ? 0 : playback.rate;
}

function positionText(view: View, value: number): string {
  const { t, state } = view;
  const end = shownTime(view, state.time.seekable.end);
  if (!isLive(view)) return t.position(spokenTime(value, t.lang), spokenTime(end, t.lang));
  return state.live.atEdge ? t.atLiveEdge : t.behindLive(spokenTime(end - value, t.lang));
}

/** The seek bar. It seeks when the viewer releases it, because a seek to a position that is not buffered would cause requests. */
export const seek: Control = {
  name: 'seek',
  shown: ({ state }) => state.live.streamType !== 'live' || state.live.dvr,
  render(view) {
    const { player, state } = view;
    const { withdrawals, time } = state;
    const { start, end } = shownRange(view, time.seekable);
    const formatPosition = (value: number) => formatTime(isLive(view) ? value - end : value);
    const chapterAt = (value: number) => chapterTitleAt(view, mediaTime(view, value));
    const describeValue = (value: number) => [positionText(view, value), chapterAt(value)].filter(Boolean).join(', ');
    const { available } = state.thumbnails;
    const renderTip = (value: number) => html`
      <jet-preview
        exportparts="thumbnail, chapter"
        .time=${formatPosition(value)}
        .heading=${chapterAt(value)}
        .seconds=${mediaTime(view, value)}
        .thumbnailAt=${available ? player.thumbnails.at : undefined}
        ?wide=${available || state.chapters.list.length > 0}
      ></jet-preview>
    `;
    const onChange = ({ currentTarget }: Event) => {
      const target = mediaTime(view, (currentTarget as JetSlider).position);
      player.time.seek(seekTarget(withdrawals.passages, time.current, target));
      view.scrub(null);
    };
    return html`
      <jet-slider
        part="seek"
        exportparts="track: seek-track, fill: seek-fill, thumb: seek-thumb, tip: seek-tip, thumbnail, chapter"
        .label=${view.t.seek}
        .min=${start}
        .max=${end}
        .value=${isLive(view) && state.live.atEdge ? end : shownTime(view, time.current)}
        .rate=${speedOf(view)}
        .step=${5}
        .ranges=${shownRanges(view, time.buffered)}
        .gaps=${chapterStartsOf(view)}
        .removed=${view.options.shortened ? noRanges : withdrawals.passages}
        .disabled=${end <= start}
        .describe=${describeValue}
        .tip=${renderTip}
        @input=${({ currentTarget }: Event) => view.scrub(mediaTime(view, (currentTarget as JetSlider).position))}
        @cancel=${() => view.scrub(null, true)}
        @change=${onChange}
      ></jet-slider>
    `;
  }
};

const noRanges: readonly TimeRange[] = [];

/** Returns ranges of the media as the interface shows them; the same array where no time differs. */
const shownRanges = (view: View, ranges: readonly TimeRange[]): readonly TimeRange[] =>
  view.options.shortened ? ranges.map((range) => shownRange(view, range)) : ranges;

const chapterStarts = new WeakMap<View['state']['chapters']['list'], readonly number[]>();

/** Returns the start times of the chapters as the interface shows them, in seconds; the same array for the same list of the media. */
function chapterStartsOf(view: View): readonly number[] {
  const { list } = view.state.chapters;
  if (view.options.shortened) return list.map(({ start }) => shownTime(view, start));
  if (!chapterStarts.has(list))
    chapterStarts.set(
      list,
      list.map(({ start }) => start)
    );
  return chapterStarts.get(list)!;
}
