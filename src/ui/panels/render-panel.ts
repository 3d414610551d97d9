import { html, type TemplateResult } from 'lit';
import type { View } from '../view.js';
import { panels } from './index.js';

/** Renders the dialog over the player with the open panel; empty and closed when none is open. */
export function renderPanel(view: View): TemplateResult {
  const panel = panels.find(({ name }) => name === view.panel);
  const close = () => (panel?.onClose?.(view), view.show(null));
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
