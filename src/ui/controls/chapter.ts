import { html } from 'lit';
import { titleOf } from '../chapter-title.js';
import type { Control } from '../control.js';

/** The title of the chapter that plays; a click shows the list. */
export const chapter: Control = {
  name: 'chapter',
  shown: ({ state, later }) => state.chapters.list.length > 0 && later !== undefined,
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
        .items=${[view.later?.chapters(view)]}
      ></jet-menu>
    `;
  }
};
