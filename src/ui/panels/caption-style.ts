import { html } from 'lit';
import { lazily } from '../lazily.js';
import type { Panel } from './index.js';

const load = lazily('jet-caption-style', () => import('../captions/jet-caption-style.js').then(({ JetCaptionStyle }) => JetCaptionStyle));

/** How captions look, to be set with a sample in sight. */
export const captionStyle: Panel = {
  name: 'caption-style',
  beside: true,
  title: (t) => t.captionStyle,
  render({ player, state, t }) {
    load();
    return html`<jet-caption-style .value=${state.captions.style} .t=${t} .set=${player.captions.setStyle}></jet-caption-style>`;
  }
};
