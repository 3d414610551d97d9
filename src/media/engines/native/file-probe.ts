import { PlayerError, toPlayerError } from '../../error.js';
import type { Guard } from '../../guard.js';
import type { Source } from '../../source.js';

const playlist = '#EXTM3U';
/** Bytes that tell a playlist from a film, with a mark and some white space before it. */
const enough = 64;

/**
 * Looks at the first bytes of a file before a browser gets it: one that begins like a playlist is played as one, whatever its name
 * and type, and the browser would contact every host in it, past the guard.
 *
 * A host that does not let this page read it (CORS) cannot be looked at; there the browser is trusted, and `guardLevel` says so.
 * @returns whether it could be looked at
 * @throws PlayerError `source/wrong-type` for a playlist; the network's error where the page's own server redirects or is silent
 */
export async function probeFile(guard: Guard, { url }: Source, signal: AbortSignal): Promise<boolean> {
  const head = await firstBytes(guard, url, signal);
  if (
    head
      ?.replace(/^\uFEFF/, '')
      .trimStart()
      .startsWith(playlist)
  ) {
    throw new PlayerError('source/wrong-type', 'The address is declared as a file but holds a playlist.');
  }
  return head !== undefined;
}

async function firstBytes(guard: Guard, url: URL, signal: AbortSignal): Promise<string | undefined> {
  const done = new AbortController();
  try {
    const response = await guard.fetch(url, 'segment', {
      headers: { range: `bytes=0-${enough - 1}` },
      signal: AbortSignal.any([signal, done.signal])
    });
    // What a refusal or a missing file means is found out by the engine, which has the words for it.
    if (!response.ok) return undefined;
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
      text += decoder.decode(part.value, { stream: true });
      if (text.length >= enough) break;
    }
    return text;
  } catch (cause) {
    signal.throwIfAborted();
    const error = toPlayerError(cause);
    if (error.code === 'network/unreachable' && url.origin !== guard.base.origin) return undefined;
    throw error;
  } finally {
    done.abort();
  }
}
