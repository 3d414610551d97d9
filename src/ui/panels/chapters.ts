import { html } from 'lit';
import { formatTime } from '../../lib/format.js';
import { chapterTitle } from '../chapter-title.js';
import { fetchImage } from '../host/chapter-images.js';
import { loadList, loadImage } from '../elements/load-list.js';
import type { ListEntry } from '../elements/jet-list.js';
import { shownTime } from '../shown-time.js';
import type { View } from '../view.js';
import type { Panel } from './panel.js';

const entriesByList = new WeakMap<View['state']['chapters']['list'], { readonly t: View['t']; readonly entries: readonly ListEntry[] }>();

/** Returns the chapters as entries; the same ones for the same chapters, so that the panel does not render again while media plays. */
function entriesFor(view: View): readonly ListEntry[] {
  const { t, state } = view;
  const { list } = state.chapters;
  const cached = entriesByList.get(list);
  if (cached?.t === t) return cached.entries;
  const newEntries = list.map(({ start, image }, index) => ({
    title: chapterTitle(view, index),
    note: formatTime(shownTime(view, start)),
    image
  }));
  entriesByList.set(list, { t, entries: newEntries });
  return newEntries;
}

/** The chapters with their images; a click plays one. */
export const chapters: Panel = {
  name: 'chapters',
  beside: true,
  title: (t) => t.chapters,
  render(view) {
    loadList();
    loadImage();
    const { player, state, show } = view;
    const choose = (index: number, covers: boolean) => {
      player.chapters.choose(index);
      if (covers) show(null);
    };
    return html`<jet-list
      exportparts="entry"
      .entries=${entriesFor(view)}
      .current=${state.chapters.current}
      .choose=${choose}
      .fetchImage=${(url: string) => fetchImage(player, url)}
    ></jet-list>`;
  }
};
