import { html } from 'lit';
import { defineLazily } from '../lit/define-lazily.js';
import type { Panel } from './panel.js';

const load = defineLazily('jet-caption-style', () =>
  import('../captions/jet-caption-style.js').then(({ JetCaptionStyle }) => JetCaptionStyle)
);

/** The panel for the caption style, with a sample. */
export const captionStyle: Panel = {
  name: 'caption-style',
  beside: true,
  title: (t) => t.captionStyle,
  render({ player, state, t }) {
    load();
    return html`<jet-caption-style .value=${state.captions.style} .t=${t} .setStyle=${player.captions.setStyle}></jet-caption-style>`;
  }
};
