import { listen } from '../../lib/listen.js';

/**
 * Calls `wake` when the world may have changed while nobody looked: the network is back or is another one, the page is seen again,
 * comes out of the back-forward cache, or was frozen and goes on. What waits for a pause to end need not wait any longer.
 */
export function onWake(wake: () => void, signal: AbortSignal): void {
  listen(globalThis.window, 'online pageshow', wake, signal);
  listen(document, 'visibilitychange resume', () => document.hidden || wake(), signal);
}
