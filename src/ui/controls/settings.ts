import { html } from 'lit';
import { button } from '../button.js';
import type { Control, View } from '../view.js';
import { icons } from '../icons/icons.js';

/** The settings menu: quality, audio, captions, speed, and the panels. */
export const settings: Control = {
  name: 'settings',
  render(view) {
    if (!view.menuContents)
      return button({ name: 'settings', label: view.t.settings, icon: icons.settings, run: (event) => void openMenu(view, event) });
    return html`
      <jet-menu
        part="settings"
        exportparts="button: settings-button, panel: menu, item: menu-item, icon: menu-item-icon, note: menu-item-note, tick: menu-item-tick"
        .label=${view.t.settings}
        .roomy=${view.audio}
        .back=${view.t.menuBack}
        .icon=${icons.settings}
        .items=${view.menuContents.settingsOf(view)}
      ></jet-menu>
    `;
  }
};

/** Opens the menu once it is loaded, after a click on its placeholder. */
async function openMenu({ loadMenus }: View, { currentTarget }: Event): Promise<void> {
  const root = (currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  await loadMenus();
  root.querySelector<HTMLElementTagNameMap['jet-menu']>('jet-menu[part=settings]')?.show?.();
}
