import { once } from '../lib/listen.js';
import type { PlayerSession } from '../media/session.js';
import { atNextSign } from './attention.js';

/** Milliseconds for which a player may be without a button while nothing comes. */
const longest = 1500;

/**
 * Resolves when the first frame is there, or does not come soon: nothing is loaded, something is in the way, or it takes long. A viewer
 * who wants to do something does not wait for it.
 */
export async function firstFrame(session: PlayerSession, video: HTMLVideoElement, host: HTMLElement): Promise<void> {
  if (session.status === 'idle' || session.status === 'failed' || video.readyState >= video.HAVE_CURRENT_DATA) return;
  const inTheWay = async () => {
    do await once(session, 'status trouble');
    while (session.trouble === null && (session.status === 'loading' || session.status === 'ready'));
  };
  const sign = new Promise<void>((resolve) => atNextSign(host, resolve));
  await Promise.race([once(video, 'loadeddata'), inTheWay(), sign, once(AbortSignal.timeout(longest), 'abort')]);
}
