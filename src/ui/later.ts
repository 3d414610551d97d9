import { JetCopy } from './elements/jet-copy.js';
import { JetDialog } from './elements/jet-dialog.js';
import { JetMenu } from './elements/jet-menu.js';
import { JetPreview } from './elements/jet-preview.js';
import { registerAll } from './register.js';

// What a viewer needs once he is there, in a chunk of its own: menus, panels, previews and keys.
export { hotkeyFor, mapHotkeys } from './hotkeys.js';
export { covers } from './panels/index.js';
export { renderPanel } from './panels/render-panel.js';
export { settingsOf } from './settings/index.js';
export { chapters } from './settings/chapters.js';

/** Registers the elements that nobody sees before he points at the player. */
export const defineLaterElements = (): void =>
  registerAll({ 'jet-copy': JetCopy, 'jet-dialog': JetDialog, 'jet-menu': JetMenu, 'jet-preview': JetPreview });
