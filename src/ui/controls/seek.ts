import { html } from 'lit';
import { formatTime } from '../../lib/format.js';
import { spokenTime } from '../../i18n/format.js';
import { chapterTitleAt } from '../chapter-title.js';
import type { Control, View } from '../view.js';
import type { JetSlider } from '../elements/jet-slider.js';

const isLive = ({ state }: View): boolean => state.live.streamType === 'live';

/** Returns by how many seconds the position advances per second; 0 when it does not, or when the viewer cannot see it. */
function speedOf({ idle, state: { playback, time } }: View): number {
  return idle || playback.paused || playback.waiting || playback.ended || time.seeking ? 0 : playback.rate;
}

function positionText(view: View, value: number): string {
  const { t, state } = view;
  const { end } = state.time.seekable;
  if (!isLive(view)) return t.position(spokenTime(value, t.lang), spokenTime(end, t.lang));
  return state.live.atEdge ? t.atLiveEdge : t.behindLive(spokenTime(end - value, t.lang));
}

/** The seek bar. It seeks when the viewer releases it, because a seek to a position that is not buffered would cause requests. */
export const seek: Control = {
  name: 'seek',
  shown: ({ state }) => state.live.streamType !== 'live' || state.live.dvr,
  render(view) {
    const { player, state } = view;
    const { start, end } = state.time.seekable;
    const formatPosition = (value: number) => formatTime(isLive(view) ? value - end : value);
    const describeValue = (value: number) => [positionText(view, value), chapterTitleAt(view, value)].filter(Boolean).join(', ');
    const { available } = state.thumbnails;
    const renderTip = (value: number) => html`
      <jet-preview
        exportparts="thumbnail, chapter"
        .time=${formatPosition(value)}
        .heading=${chapterTitleAt(view, value)}
        .seconds=${value}
        .thumbnailAt=${available ? player.thumbnails.at : undefined}
        ?wide=${available || state.chapters.list.length > 0}
      ></jet-preview>
    `;
    const onChange = ({ currentTarget }: Event) => {
      player.time.seek((currentTarget as JetSlider).position);
      view.scrub(null);
    };
    return html`
      <jet-slider
        part="seek"
        exportparts="track: seek-track, fill: seek-fill, thumb: seek-thumb, tip: seek-tip, thumbnail, chapter"
        .label=${view.t.seek}
        .min=${start}
        .max=${end}
        .value=${isLive(view) && state.live.atEdge ? end : state.time.current}
        .rate=${speedOf(view)}
        .step=${5}
        .ranges=${state.time.buffered}
        .gaps=${chapterStartsOf(view)}
        .removed=${state.withdrawals.passages}
        .disabled=${end <= start}
        .describe=${describeValue}
        .tip=${renderTip}
        @input=${({ currentTarget }: Event) => view.scrub((currentTarget as JetSlider).position)}
        @cancel=${() => view.scrub(null, true)}
        @change=${onChange}
      ></jet-slider>
    `;
  }
};

const chapterStarts = new WeakMap<View['state']['chapters']['list'], readonly number[]>();

/** Returns the start times of the chapters, in seconds; the same array for the same list. */
function chapterStartsOf({ state }: View): readonly number[] {
  const { list } = state.chapters;
  if (!chapterStarts.has(list))
    chapterStarts.set(
      list,
      list.map(({ start }) => start)
    );
  return chapterStarts.get(list)!;
}
