/// <reference types="chromecast-caf-sender" preserve="true" />
import { listen } from '../lib/listen.js';
import type { Guard } from '../media/network/guard.js';
import { senderScript, trustScript } from '../media/network/trusted-types.js';

const { origin } = new URL(senderScript);

/** Timeout in milliseconds for Google's scripts, because a script that the page's CSP blocks reports no error. */
const scriptTimeout = 15_000;

/** The globals that the script adds to the page. */
interface SenderGlobals {
  cast?: typeof cast;
  chrome?: { cast?: typeof chrome.cast };
  __onGCastApiAvailable?(available: boolean): void;
}

const page = globalThis as unknown as SenderGlobals;

const unavailable = (message: string): DOMException => new DOMException(message, 'NotSupportedError');

const googleScripts = (): HTMLScriptElement[] => [...document.scripts].filter(({ src }) => src.startsWith(`${origin}/`));

/** The framework that the player loaded, the scripts of that host that the page had before, and the players that use it. */
let loading: Promise<void> | undefined;
let before: ReadonlySet<HTMLScriptElement> = new Set();
const users = new Set<AbortSignal>();

/**
 * Loads Google's sender framework, without a referrer, and records the request in the guard's log. Its scripts and globals are removed
 * when the signal of the last player that uses it aborts. A framework that the page has loaded is used and never removed.
 *
 * A page cannot undo a script that has run: afterwards its tags and globals are gone, and no code of the player calls it.
 * @throws DOMException `NotSupportedError` when it cannot be loaded, or reports that casting is not available
 */
export async function loadFramework(guard: Guard, signal: AbortSignal): Promise<void> {
  if (!loading && page.cast?.framework && page.chrome?.cast) return;
  users.add(signal);
  signal.addEventListener('abort', () => leave(signal), { once: true });
  try {
    await (loading ??= fetchFramework(guard));
  } catch (error) {
    leave(signal);
    throw error;
  }
  signal.throwIfAborted();
}

async function fetchFramework(guard: Guard): Promise<void> {
  before = new Set(googleScripts());
  const script = document.createElement('script');
  const done = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      const late = AbortSignal.timeout(scriptTimeout);
      listen(late, 'abort', () => reject(unavailable('The Cast framework did not load in time.')), done.signal);
      listen(script, 'error', () => reject(unavailable('The Cast framework could not be loaded.')), done.signal);
      page.__onGCastApiAvailable = (available) =>
        available ? resolve() : reject(unavailable('The Cast framework reports that casting is not available.'));
      script.referrerPolicy = 'no-referrer';
      script.src = trustScript(senderScript);
      guard.log.request(origin);
      document.head.append(script);
    });
  } finally {
    done.abort();
  }
}

function leave(signal: AbortSignal): void {
  if (!users.delete(signal) || users.size > 0) return;
  loading = undefined;
  // Deferred, because code that ends the session in the same task still needs the globals.
  queueMicrotask(unload);
}

function unload(): void {
  for (const script of googleScripts()) if (!before.has(script)) script.remove();
  delete page.cast;
  delete page.chrome?.cast;
  delete page.__onGCastApiAvailable;
}
