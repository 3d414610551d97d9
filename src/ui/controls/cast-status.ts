import { html } from 'lit';
import type { Control, View } from '../view.js';
import { icons } from '../icons/icons.js';

/** Returns the name of the receiver that plays, or that the player is connecting. */
export const castStatusText = ({ state: { cast }, t }: View): string =>
  cast.status === 'starting' ? t.castConnecting : t.castPlaying(cast.device || t.anotherDevice);

/** Shown over the video while a receiver plays. */
export const castStatus: Control = {
  name: 'cast-status',
  shown: ({ state }) => state.cast.status !== 'off' && !state.source.error,
  render: (view) =>
    html`<div class="cast-status" part="cast-status" role="status">
      ${icons.cast}
      <p>${castStatusText(view)}</p>
    </div>`
};
