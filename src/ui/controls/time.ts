import { html, nothing } from 'lit';
import { formatTime } from '../../lib/format.js';
import { shownTime } from '../shown-time.js';
import type { Control } from '../view.js';

/** The playback position and the duration; for a live stream, the distance to the live edge. */
export const time: Control = {
  name: 'time',
  shown: ({ state }) => state.live.streamType !== 'live' || (state.live.dvr && !state.live.atEdge),
  render(view) {
    const { current, seekable } = view.state.time;
    const isLive = view.state.live.streamType === 'live';
    const position = shownTime(view, view.scrubPosition ?? current);
    const duration = shownTime(view, view.state.time.duration);
    return html`
      <span class="time" part="time" dir="ltr"
        ><span>${formatTime(isLive ? position - shownTime(view, seekable.end) : position)}</span>${
          !isLive && Number.isFinite(duration) ? html`<span class="of"> / ${formatTime(duration)}</span>` : nothing
        }</span
      >
    `;
  }
};
