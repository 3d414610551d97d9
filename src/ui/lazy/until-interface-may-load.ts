import { listen } from '../../lib/listen.js';
import type { PlayerSession } from '../../media/session/session.js';
import { onNextInteraction } from './load-at-interaction.js';

/** Maximum time without an interface while no frame arrives. */
const maxWaitMs = 1500;

/**
 * Resolves when the first frame is available or not expected soon: nothing is loading, the browser suspended the download, there is an
 * interruption, or `maxWaitMs` has passed. An interaction resolves it immediately. All listeners are removed afterwards.
 */
export function untilInterfaceMayLoad(session: PlayerSession, video: HTMLVideoElement, host: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const { signal } = waiting;
    signal.addEventListener('abort', () => resolve(), { once: true });
    const end = () => waiting.abort();
    const check = () => {
      const { status, interruption } = session;
      if (status === 'idle' || status === 'failed' || interruption || video.readyState >= video.HAVE_CURRENT_DATA) end();
    };
    listen(video, 'loadeddata suspend', end, signal);
    listen(session, 'status interruption', check, signal);
    listen(AbortSignal.timeout(maxWaitMs), 'abort', end, signal);
    onNextInteraction(host, end, signal);
    check();
  });
}
