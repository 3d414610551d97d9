import { html } from 'lit';
import type { ListEntry } from '../elements/jet-list.js';
import { loadList } from '../elements/load-list.js';
import type { Panel } from './panel.js';

const noTitles: readonly string[] = [];
const entriesByTitles = new WeakMap<readonly string[], readonly ListEntry[]>();

/** Returns the entries of a list of titles; the same ones for the same list, so that the panel does not render again while media plays. */
function entriesFor(titles: readonly string[]): readonly ListEntry[] {
  const listEntries = entriesByTitles.get(titles) ?? titles.map((title) => ({ title }));
  entriesByTitles.set(titles, listEntries);
  return listEntries;
}

/** The entries of the playlist; a click plays one. */
export const playlist: Panel = {
  name: 'playlist',
  beside: true,
  title: (t) => t.playlist,
  render({ playlist: list, show }) {
    loadList();
    const choose = (index: number, covers: boolean) => {
      list?.choose(index);
      if (covers) show(null);
    };
    return html`<jet-list
      exportparts="entry"
      .entries=${entriesFor(list?.titles ?? noTitles)}
      .current=${list?.current ?? -1}
      .choose=${choose}
    ></jet-list>`;
  }
};
