import { html } from 'lit';
import { titleOf } from '../chapter-title.js';
import type { Control } from '../control.js';
import { chapters } from '../settings/chapters.js';

/** The title of the chapter that plays; a click shows the list. */
export const chapter: Control = {
  name: 'chapter',
  shown: ({ state }) => state.chapters.list.length > 0,
  render(view) {
    const { t, state } = view;
    return html`
      <jet-menu
        part="chapter"
        exportparts="button: chapter-button, panel: menu, item: menu-item"
        side="start"
        .roomy=${view.audio}
        .label=${t.chapters}
        .text=${titleOf(view, state.chapters.current) || t.chapters}
        .back=${t.menuBack}
        .items=${[chapters(view)]}
      ></jet-menu>
    `;
  }
};
