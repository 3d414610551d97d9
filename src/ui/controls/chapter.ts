import { html } from 'lit';
import { titleOf } from '../chapter-title.js';
import type { Control } from '../view.js';

/** The title of the current chapter; a click opens the list. */
export const chapter: Control = {
  name: 'chapter',
  shown: ({ state, lazyUi }) => state.chapters.list.length > 0 && lazyUi !== undefined,
  render(view) {
    const { t, state } = view;
    return html`
      <jet-menu
        part="chapter"
        exportparts="button: chapter-button, panel: menu, item: menu-item, icon: menu-item-icon, note: menu-item-note, tick: menu-item-tick"
        side="start"
        .roomy=${view.audio}
        .label=${t.chapters}
        .text=${titleOf(view, state.chapters.current) || t.chapters}
        .back=${t.menuBack}
        .items=${[view.lazyUi?.chapters(view)]}
      ></jet-menu>
    `;
  }
};
