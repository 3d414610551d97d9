import { JetCopy } from '../elements/jet-copy.js';
import { JetDialog } from '../elements/jet-dialog.js';
import { JetMenu } from '../elements/jet-menu.js';
import { JetPreview } from '../elements/jet-preview.js';
import { JetUpNext } from '../elements/jet-up-next.js';
import { registerAll } from '../lit/register.js';

// The deferred interface: menus, panels and shortcuts, in a chunk that is loaded at the first interaction or when playback starts.
// `lazy-chunks.ts` checks these exports against `DeferredInterface`.
export { attachDeferredParts } from './attach-deferred-parts.js';
export { beginPress } from '../interface/hold-speed.js';
export { mapHotkeys } from '../interface/hotkeys.js';
export { shareUrlOf } from '../host/share-url.js';
export { sleepTimerOf } from '../host/sleep-timer.js';
export { renderArtwork } from '../controls/artwork.js';
export { isModal } from '../panels/index.js';
export { renderPanel } from '../panels/render-panel.js';
export { settingsOf } from '../settings/index.js';
export { chapters } from '../settings/chapters.js';

/** Registers the elements that are shown only after the first interaction. */
export const defineMenuElements = (): void =>
  registerAll({ 'jet-copy': JetCopy, 'jet-dialog': JetDialog, 'jet-menu': JetMenu, 'jet-preview': JetPreview, 'jet-up-next': JetUpNext });
