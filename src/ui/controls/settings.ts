import { html } from 'lit';
import { button } from '../button.js';
import type { Control, View } from '../control.js';
import { icons } from '../icons.js';

/** The gear: quality, sound, captions, speed, and the panels. */
export const settings: Control = {
  name: 'settings',
  render(view) {
    if (!view.later)
      return button({ name: 'settings', label: view.t.settings, icon: icons.settings, run: (event) => void open(view, event) });
    return html`
      <jet-menu
        part="settings"
        exportparts="button: settings-button, panel: menu, item: menu-item"
        .label=${view.t.settings}
        .roomy=${view.audio}
        .back=${view.t.menuBack}
        .icon=${icons.settings}
        .items=${view.later.settingsOf(view)}
      ></jet-menu>
    `;
  }
};

/** A click that was faster than the menu opens it when it is there. */
async function open({ bring }: View, { currentTarget }: Event): Promise<void> {
  const root = (currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  await bring();
  root.querySelector<HTMLElementTagNameMap['jet-menu']>('jet-menu[part=settings]')?.show?.();
}
