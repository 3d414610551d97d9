import type { PlayerElement } from '../host/player-element.js';
import type { DeferredParts } from '../interface/deferred-interface.js';
import { hotkeyFor } from '../interface/hotkeys.js';
import { Keyboard, type KeyboardOptions } from '../interface/keyboard.js';
import { Tooltips } from '../interface/tooltips.js';
import { DocumentPip } from '../pip-window/document-pip.js';
import { menuAndPanelStyles } from '../styles/menus-and-panels.css.js';

/**
 * Adds the style sheets of the menus and panels, the tooltips, the shortcuts and picture-in-picture to a player. The last three register
 * themselves as controllers of the player.
 */
export function attachDeferredParts(host: PlayerElement, options: KeyboardOptions): DeferredParts {
  const root = host.shadowRoot!;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...menuAndPanelStyles.flatMap(({ styleSheet }) => styleSheet ?? [])];
  new Tooltips(host);
  new Keyboard(host, options);
  return { pip: new DocumentPip(host, options.view, hotkeyFor) };
}
