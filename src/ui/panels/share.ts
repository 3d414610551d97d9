import { html } from 'lit';
import { defineLazily } from '../lit/define-lazily.js';
import { forgetUncopiedPart, uncopiedPart } from '../sharing/copy-link.js';
import type { Panel } from './panel.js';

const load = defineLazily('jet-share', () => import('../sharing/jet-share.js').then(({ JetShare }) => JetShare));

/** The panel that shares a clip, beside the video, so that the viewer can look for its start and its end. */
export const share: Panel = {
  name: 'share',
  beside: true,
  title: (t) => t.shareClip,
  onClose: ({ player }) => forgetUncopiedPart(player),
  render({ player, state: { time }, options, t }) {
    load();
    return html`<jet-share
      .url=${options.shareUrl}
      .current=${time.current}
      .duration=${time.seekable.end || Infinity}
      .uncopiedPart=${uncopiedPart(player)}
      .t=${t}
    ></jet-share>`;
  }
};
