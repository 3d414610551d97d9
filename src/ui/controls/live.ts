import { html } from 'lit';
import type { Control } from '../view.js';

/** The live badge: shows whether playback is at the live edge; a click seeks there. */
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
