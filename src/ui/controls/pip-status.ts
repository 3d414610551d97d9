import { html } from 'lit';
import type { Control } from '../view.js';
import { icons } from '../icons/icons.js';

/** Shown in the place of the video while it is in a window of its own. */
export const pipStatus: Control = {
  name: 'pip-status',
  shown: ({ pip, state }) => pip.active && !state.source.error,
  render: ({ pip, t }) =>
    html`<div class="cast-status" part="pip-status" role="status">
      ${icons.pip}
      <p>${t.enterPip}</p>
      <button type="button" class="main" part="leave-pip" @click=${() => void pip.toggle()}>${t.leavePip}</button>
    </div>`
};
