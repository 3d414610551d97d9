import { html } from 'lit';
import { defineLazily } from '../lit/define-lazily.js';
import type { Panel } from './panel.js';

const load = defineLazily('jet-list', () => import('../elements/jet-list.js').then(({ JetList }) => JetList));

/** The entries of the playlist; a click plays one. */
export const playlist: Panel = {
  name: 'playlist',
  beside: true,
  title: (t) => t.playlist,
  render({ playlist: list, show }) {
    load();
    const choose = (index: number, covers: boolean) => {
      list?.choose(index);
      if (covers) show(null);
    };
    return html`<jet-list
      exportparts="entry"
      .entries=${list?.titles.map((title) => ({ title })) ?? []}
      .current=${list?.current ?? -1}
      .choose=${choose}
    ></jet-list>`;
  }
};
