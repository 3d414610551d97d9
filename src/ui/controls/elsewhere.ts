import { html } from 'lit';
import type { Control, View } from '../control.js';
import { icons } from '../icons.js';

/** Where it plays, or how far the way there is. */
export const elsewhereIn = ({ state: { cast }, t }: View): string =>
  cast.status === 'starting' ? t.castConnecting : t.castPlaying(cast.device || t.anotherDevice);

/** Stands in the picture while another device plays. */
export const elsewhere: Control = {
  name: 'elsewhere',
  shown: ({ state }) => state.cast.status !== 'off' && !state.error.error,
  render: (view) =>
    html`<div class="elsewhere" part="elsewhere" role="status">
      ${icons.cast}
      <p>${elsewhereIn(view)}</p>
    </div>`
};
