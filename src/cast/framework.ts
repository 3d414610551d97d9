/// <reference types="chromecast-caf-sender" preserve="true" />
import { listen } from '../lib/listen.js';
import type { Guard } from '../media/guard.js';
import { senderScript, trustScript } from '../media/trust.js';

const { origin } = new URL(senderScript);

/** Milliseconds in which Google's scripts have to be there; one that a page's policy refused never says so. */
const patience = 15_000;

/** What the script leaves in the page. */
interface Traces {
  cast?: typeof cast;
  chrome?: { cast?: typeof chrome.cast };
  __onGCastApiAvailable?(available: boolean): void;
}

const page = globalThis as unknown as Traces;

const unavailable = (message: string): DOMException => new DOMException(message, 'NotSupportedError');

const googleScripts = (): HTMLScriptElement[] => [...document.scripts].filter(({ src }) => src.startsWith(`${origin}/`));

/** The framework that we brought, the players that use it, and the scripts of that host which the page had before. */
let arrival: Promise<void> | undefined;
let before: ReadonlySet<HTMLScriptElement> = new Set();
const users = new Set<AbortSignal>();

/**
 * Fetches Google's sender framework, without a referrer, and writes it in the guard's book; all that it brought in is taken away when
 * the signal of its last player aborts. A framework that the page has brought itself is used and left alone.
 *
 * What has run once cannot be unlearned by a page: after the end no tag and no name of it is left, and nothing of ours calls it.
 * @throws DOMException `NotSupportedError` where it did not come, or says that there is no casting here
 */
export async function loadFramework(guard: Guard, signal: AbortSignal): Promise<void> {
  if (!arrival && page.cast?.framework && page.chrome?.cast) return;
  users.add(signal);
  signal.addEventListener('abort', () => leave(signal), { once: true });
  try {
    await (arrival ??= fetchFramework(guard));
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
      const late = AbortSignal.timeout(patience);
      listen(late, 'abort', () => reject(unavailable('The Cast framework did not come in time.')), done.signal);
      listen(script, 'error', () => reject(unavailable('The Cast framework could not be fetched.')), done.signal);
      page.__onGCastApiAvailable = (available) =>
        available ? resolve() : reject(unavailable('The Cast framework says that there is no casting here.'));
      script.referrerPolicy = 'no-referrer';
      script.src = trustScript(senderScript);
      guard.book.request(origin);
      document.head.append(script);
    });
  } finally {
    done.abort();
  }
}

function leave(signal: AbortSignal): void {
  if (!users.delete(signal) || users.size > 0) return;
  arrival = undefined;
  // Whoever ends the session at this moment still needs the names.
  queueMicrotask(unload);
}

function unload(): void {
  for (const script of googleScripts()) if (!before.has(script)) script.remove();
  delete page.cast;
  delete page.chrome?.cast;
  delete page.__onGCastApiAvailable;
}
