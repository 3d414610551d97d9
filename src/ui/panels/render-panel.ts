import { html, type TemplateResult } from 'lit';
import type { View } from '../control.js';
import { panels } from './index.js';

/** The dialog over the player, with the panel that is open; empty and closed when none is. */
export function renderPanel(view: View): TemplateResult {
  const panel = panels.find(({ name }) => name === view.panel);
  const close = () => (panel?.closed?.(view), view.show(null));
  return html`
    <jet-dialog
      part="panel"
      exportparts="dialog"
      .label=${panel?.title(view.t, view) ?? ''}
      .closeLabel=${view.t.close}
      .modal=${view.audio}
      .beside=${panel?.beside === true && !view.audio}
      .open=${panel !== undefined}
      @close=${close}
      >${panel?.render(view)}</jet-dialog
    >
  `;
}
