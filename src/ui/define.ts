import { JetPlayer } from './jet-player.js';
import { JetPlaylist } from './jet-playlist.js';
import { registerAll } from './lit/register.js';

/**
 * Registers `<jet-player>` and `<jet-playlist>`, once. Does nothing when there is no registry, as on a server.
 *
 * The modules of the elements have no side effects on import, so that a bundler can drop the unused ones.
 */
export const defineElements = (): void => registerAll({ 'jet-player': JetPlayer, 'jet-playlist': JetPlaylist });
