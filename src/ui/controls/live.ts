import { html } from 'lit';
import type { Control } from '../control.js';

/** Says that this is live, and whether one is there; a click goes there. */
export const live: Control = {
  name: 'live',
  shown: ({ state }) => state.live.streamType === 'live',
  render({
    player,
    state: {
      live: { atEdge }
    },
    t
  }) {
    return html`
      <button
        type="button"
        class="live button"
        part="live"
        aria-label=${atEdge ? t.atLiveEdge : t.goLive}
        data-tip=${atEdge ? t.atLiveEdge : t.goLive}
        ?data-edge=${atEdge}
        @click=${() => player.live.seekToEdge()}
      >
        <span class="dot"></span><span>${t.live}</span>
      </button>
    `;
  }
};
