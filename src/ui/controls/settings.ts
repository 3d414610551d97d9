import { html } from 'lit';
import type { Control } from '../control.js';
import { icons } from '../icons.js';
import { settingsOf } from '../settings/index.js';

/** The gear: quality, sound, captions, speed, and the panels. */
export const settings: Control = {
  name: 'settings',
  render(view) {
    return html`
      <jet-menu
        part="settings"
        exportparts="button: settings-button, panel: menu, item: menu-item"
        .label=${view.t.settings}
        .roomy=${view.audio}
        .back=${view.t.menuBack}
        .icon=${icons.settings}
        .items=${settingsOf(view)}
      ></jet-menu>
    `;
  }
};
