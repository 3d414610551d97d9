import { listen } from '../lib/listen.js';
import type { PlayerSession } from '../media/session.js';
import { atNextSign } from './attention.js';

/** Milliseconds for which a player may be without a button while nothing comes. */
const longest = 1500;

/**
 * Resolves when the first frame is there, or does not come soon: nothing is loaded, the browser waits for the viewer, something is in the
 * way, or it takes long. A viewer who wants to do something does not wait for it. Nothing is listened to after that.
 */
export function firstFrame(session: PlayerSession, video: HTMLVideoElement, host: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const { signal } = done;
    signal.addEventListener('abort', () => resolve(), { once: true });
    const end = () => done.abort();
    const look = () => {
      const { status, trouble } = session;
      if (status === 'idle' || status === 'failed' || trouble || video.readyState >= video.HAVE_CURRENT_DATA) end();
    };
    listen(video, 'loadeddata suspend', end, signal);
    listen(session, 'status trouble', look, signal);
    listen(AbortSignal.timeout(longest), 'abort', end, signal);
    atNextSign(host, end, signal);
    look();
  });
}
