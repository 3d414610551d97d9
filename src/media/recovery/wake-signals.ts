import { listen } from '../../lib/listen.js';

/**
 * Calls `wake` when conditions may have changed: the network is back, the page becomes visible, returns from the back-forward cache,
 * or resumes after it was frozen. Pending pauses may then end early.
 */
export function onWake(wake: () => void, signal: AbortSignal): void {
  listen(globalThis.window, 'online pageshow', wake, signal);
  listen(document, 'visibilitychange resume', () => document.hidden || wake(), signal);
}
