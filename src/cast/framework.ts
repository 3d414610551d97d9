/// <reference types="chromecast-caf-sender" preserve="true" />
import { listen } from '../lib/listen.js';
import type { Guard } from '../media/network/guard.js';
import { senderScript, trustScript } from '../media/network/trusted-types.js';

const { origin } = new URL(senderScript);

/** Timeout in milliseconds for Google's scripts. A script that the page's CSP blocks reports no error. */
const scriptTimeout = 15_000;

/** The globals that the script adds to the page. */
interface SenderGlobals {
  cast?: typeof cast;
  chrome?: { cast?: typeof chrome.cast };
  __onGCastApiAvailable?(available: boolean): void;
}

const pageGlobals = globalThis as unknown as SenderGlobals;

const unavailableError = (message: string): DOMException => new DOMException(message, 'NotSupportedError');

const googleScripts = (): HTMLScriptElement[] => [...document.scripts].filter(({ src }) => src.startsWith(`${origin}/`));

/** Settles when the framework that the player requested has loaded or failed to; undefined if the player has not requested it. */
let frameworkLoading: Promise<void> | undefined;

/** Google's scripts that the page itself has loaded. */
let earlierScripts: ReadonlySet<HTMLScriptElement> = new Set();

/** The signals of the players that use the framework. */
const userSignals = new Set<AbortSignal>();

/**
 * Loads Google's sender framework, without a referrer, and records the request in the guard's log. Its scripts and globals are removed
 * when the signal of the last player that uses it aborts. A framework that the page has loaded is used and never removed.
 *
 * The effects of a script that has run cannot be undone. Afterwards its elements and globals are gone, and the player does not call it.
 * @throws DOMException `NotSupportedError` when it cannot be loaded, or reports that casting is not available
 */
export async function loadFramework(guard: Guard, signal: AbortSignal): Promise<void> {
  if (!frameworkLoading && pageGlobals.cast?.framework && pageGlobals.chrome?.cast) return;
  userSignals.add(signal);
  signal.addEventListener('abort', () => stopUsing(signal), { once: true });
  try {
    await (frameworkLoading ??= fetchFramework(guard));
  } catch (error) {
    stopUsing(signal);
    throw error;
  }
  signal.throwIfAborted();
}

async function fetchFramework(guard: Guard): Promise<void> {
  earlierScripts = new Set(googleScripts());
  const script = document.createElement('script');
  const loadListeners = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      const timeout = AbortSignal.timeout(scriptTimeout);
      listen(timeout, 'abort', () => reject(unavailableError('The Cast framework did not load in time.')), loadListeners.signal);
      listen(script, 'error', () => reject(unavailableError('The Cast framework could not be loaded.')), loadListeners.signal);
      pageGlobals.__onGCastApiAvailable = (available) =>
        available ? resolve() : reject(unavailableError('The Cast framework reports that casting is not available.'));
      script.referrerPolicy = 'no-referrer';
      script.src = trustScript(senderScript);
      guard.log.recordRequest(origin);
      document.head.append(script);
    });
  } finally {
    loadListeners.abort();
  }
}

function stopUsing(signal: AbortSignal): void {
  if (!userSignals.delete(signal) || userSignals.size > 0) return;
  frameworkLoading = undefined;
  // Deferred, because code that ends the session in the same task still needs the globals.
  queueMicrotask(removeFramework);
}

function removeFramework(): void {
  for (const script of googleScripts()) if (!earlierScripts.has(script)) script.remove();
  delete pageGlobals.cast;
  delete pageGlobals.chrome?.cast;
  delete pageGlobals.__onGCastApiAvailable;
}
