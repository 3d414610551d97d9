import { html } from 'lit';
import { formatPercent } from '../../i18n/format.js';
import type { Control } from '../view.js';
import type { JetSlider } from '../elements/jet-slider.js';

const positionOf = ({ currentTarget }: Event): number => (currentTarget as JetSlider).position;

/** The volume slider, 0 to 1. It changes the volume during a drag, so that the viewer hears the result. */
export const volume: Control = {
  name: 'volume',
  render({
    player,
    state: {
      volume: { level, muted }
    },
    t
  }) {
    const set = (event: Event) => player.volume.setLevel(positionOf(event));
    return html`
      <jet-slider
        part="volume"
        exportparts="track: volume-track, fill: volume-fill, thumb: volume-thumb"
        .label=${t.volume}
        .step=${0.05}
        .value=${muted ? 0 : level}
        .describe=${(value: number) => (muted ? t.muted : formatPercent(value, t.lang))}
        @input=${set}
        @change=${set}
      ></jet-slider>
    `;
  }
};
