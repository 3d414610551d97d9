import { html } from 'lit';
import { formatPercent } from '../../i18n/format.js';
import type { Control } from '../view.js';
import type { JetSlider } from '../elements/jet-slider.js';

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
    const onSliderChange = ({ type, currentTarget }: Event) => {
      const { position } = currentTarget as JetSlider;
      // A drag has unmuted at its first `input`; a key raises the level that was muted, from 0 on the slider.
      if (!muted || type === 'input') player.volume.setLevel(position);
      else if (position > 0) player.volume.setLevel(level + position);
    };
    return html`
      <jet-slider
        part="volume"
        exportparts="track: volume-track, fill: volume-fill, thumb: volume-thumb"
        .label=${t.volume}
        .step=${0.05}
        .value=${muted ? 0 : level}
        .describe=${(value: number) => (muted ? t.muted : formatPercent(value, t.lang))}
        @input=${onSliderChange}
        @change=${onSliderChange}
      ></jet-slider>
    `;
  }
};
