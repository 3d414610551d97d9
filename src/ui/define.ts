import { JetCopy } from './elements/jet-copy.js';
import { JetDialog } from './elements/jet-dialog.js';
import { JetMenu } from './elements/jet-menu.js';
import { JetPreview } from './elements/jet-preview.js';
import { JetSlider } from './elements/jet-slider.js';
import { JetPlayer } from './jet-player.js';
import { JetPlaylist } from './jet-playlist.js';

const elements = {
  'jet-copy': JetCopy,
  'jet-dialog': JetDialog,
  'jet-menu': JetMenu,
  'jet-preview': JetPreview,
  'jet-slider': JetSlider,
  'jet-player': JetPlayer,
  'jet-playlist': JetPlaylist
};

/**
 * Registers `<jet-player>` and the elements inside it, once. Does nothing where there is no registry, as on a server.
 *
 * The modules of the elements themselves do nothing when they are imported, so that a bundler may leave out what is not used.
 */
export function defineElements(): void {
  if (typeof customElements === 'undefined') return;
  for (const [name, element] of Object.entries(elements)) if (!customElements.get(name)) customElements.define(name, element);
}
