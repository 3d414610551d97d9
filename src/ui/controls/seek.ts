import { html } from 'lit';
import { formatTime } from '../../lib/format.js';
import { spokenTime } from '../../i18n/format.js';
import type { Control, View } from '../control.js';
import type { JetSlider } from '../elements/jet-slider.js';

const isLive = ({ state }: View): boolean => state.live.streamType === 'live';

function describe(view: View): (value: number) => string {
  const { t, state } = view;
  const { end } = state.time.seekable;
  if (!isLive(view)) return (value) => t.position(spokenTime(value, t.lang), spokenTime(end, t.lang));
  return (value) => (state.live.atEdge ? t.atLiveEdge : t.behindLive(spokenTime(end - value, t.lang)));
}

/** The time line. It seeks once, when the viewer lets go: every seek along the way would cost requests. */
export const seek: Control = {
  name: 'seek',
  shown: ({ state }) => state.live.streamType !== 'live' || state.live.dvr,
  render(view) {
    const { player, state, t } = view;
    const { start, end } = state.time.seekable;
    const tip = isLive(view) ? (value: number) => formatTime(value - end) : formatTime;
    return html`
      <jet-slider
        part="seek"
        exportparts="track: seek-track, fill: seek-fill, thumb: seek-thumb, tip: seek-tip"
        .label=${t.seek}
        .min=${start}
        .max=${end}
        .value=${state.time.current}
        .step=${5}
        .ranges=${state.time.buffered}
        .disabled=${end <= start}
        .describe=${describe(view)}
        .tip=${tip}
        @change=${({ currentTarget }: Event) => player.time.seek((currentTarget as JetSlider).position)}
      ></jet-slider>
    `;
  }
};
