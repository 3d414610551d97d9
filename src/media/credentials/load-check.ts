import type { Credentials } from './credentials.js';
import type { CheckedPlayer, CredentialsOptions } from './check-credentials.js';

export type { CredentialsOptions } from './check-credentials.js';

/**
 * Checks the Content Credentials (C2PA) of the file that a player plays. Its code is loaded when this is first called. It fetches the
 * whole file once more, and the reader, through the guard of the player, and makes no other request.
 * It resolves to a result with `status: 'failed'` when the check cannot be made.
 * @throws only the reason of `options.signal`, and an error when its code cannot be loaded
 */
export async function checkCredentials(player: CheckedPlayer, options: CredentialsOptions): Promise<Credentials> {
  const code = await import('./check-credentials.js');
  return code.checkCredentials(player, options);
}
