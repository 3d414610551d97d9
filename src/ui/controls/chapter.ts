import { html } from 'lit';
import { chapterTitle } from '../chapter-title.js';
import type { Control } from '../view.js';

/** The title of the current chapter; a click opens the list. */
export const chapter: Control = {
  name: 'chapter',
  shown: ({ state, menuContents }) => state.chapters.list.length > 0 && menuContents !== undefined,
  render(view) {
    const { t, state } = view;
    const item = view.menuContents?.chapters(view);
    const title = chapterTitle(view, state.chapters.current) || t.chapters;
    if (item && 'run' in item)
      return html`<button type="button" class="button wide" part="chapter" aria-label="${t.chapters}: ${title}" @click=${item.run}>
        <span><bdi>${title}</bdi></span>
      </button>`;
    return html`
      <jet-menu
        part="chapter"
        exportparts="button: chapter-button, panel: menu, item: menu-item, icon: menu-item-icon, note: menu-item-note, tick: menu-item-tick"
        side="start"
        .roomy=${view.audio}
        .label=${t.chapters}
        .text=${title}
        .back=${t.menuBack}
        .items=${[item]}
      ></jet-menu>
    `;
  }
};
