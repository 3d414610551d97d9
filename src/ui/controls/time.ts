import { html, nothing } from 'lit';
import { formatTime } from '../../lib/format.js';
import type { Control } from '../view.js';

/** The playback position and the duration; for a live stream, the distance to the live edge. */
export const time: Control = {
  name: 'time',
  shown: ({ state }) => state.live.streamType !== 'live' || (state.live.dvr && !state.live.atEdge),
  render({
    scrubPosition,
    state: {
      time: { current, duration, seekable },
      live
    }
  }) {
    const isLive = live.streamType === 'live';
    const position = scrubPosition ?? current;
    return html`
      <span class="time" part="time" dir="ltr"
        ><span>${formatTime(isLive ? position - seekable.end : position)}</span>${
          !isLive && Number.isFinite(duration) ? html`<span class="of"> / ${formatTime(duration)}</span>` : nothing
        }</span
      >
    `;
  }
};
