import { once } from '../lib/listen.js';
import type { PlayerSession } from '../media/session.js';
import { atNextSign } from './attention.js';

/** Milliseconds that a viewer may look at a player without a button, when nothing answers. */
const longest = 1000;

/**
 * Resolves when the film does not need the main thread for a while: its first segments are asked for, or there is nothing to ask for, or
 * something is in the way. A viewer who wants to do something does not wait, and nobody waits long.
 */
export async function underWay(session: PlayerSession, host: HTMLElement): Promise<void> {
  if (session.status !== 'loading') return;
  const long = once(AbortSignal.timeout(longest), 'abort');
  await Promise.race([once(session, 'segment status trouble'), new Promise<void>((resolve) => atNextSign(host, resolve)), long]);
}
