import { JetPlayer } from './jet-player.js';
import { JetPlaylist } from './jet-playlist.js';
import { registerAll } from './register.js';

/**
 * Registers `<jet-player>` and `<jet-playlist>`, once. Does nothing where there is no registry, as on a server.
 *
 * The modules of the elements themselves do nothing when they are imported, so that a bundler may leave out what is not used.
 */
export const defineElements = (): void => registerAll({ 'jet-player': JetPlayer, 'jet-playlist': JetPlaylist });
