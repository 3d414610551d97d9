import { redactUrl } from '../../../lib/redact.js';
import { PlayerError, toPlayerError } from '../../error.js';
import { manifestKind } from '../../../policy/manifest-kind.js';
import type { Guard } from '../../network/guard.js';
import type { Source } from '../../source.js';

const playlist = '#EXTM3U';
/**
 * Number of bytes that the player checks. An audio or video file begins with less white space than this, and less text precedes `<MPD`.
 */
export const maxBytes = 512;

/**
 * Whether a file's first bytes are those of a playlist, or white space that may precede one (Chromium does not read past it; other
 * browsers may).
 */
function isPlaylist(head: string): boolean {
  const text = head.trimStart();
  return text.startsWith(playlist) || (text !== head && playlist.startsWith(text));
}

/**
 * Checks the first bytes of a file before the browser receives it, because a browser plays a file that begins like a playlist as one,
 * whatever its name and type, and contacts every host in it, bypassing the guard.
 *
 * A file on a host that does not allow this page to read it (CORS) cannot be checked. The browser then plays it unchecked, and `guardLevel`
 * says so.
 * @returns whether it could be checked
 * @throws PlayerError `source/wrong-type` for a playlist or an MPD; the network's error when the page's own server redirects or does not
 * respond
 */
export async function probeFile(guard: Guard, { url }: Source, signal: AbortSignal): Promise<boolean> {
  const head = await firstBytes(guard, url, signal);
  if (head !== undefined) checkFileHead(head);
  return head !== undefined;
}

/** Checks the first bytes of a file. @throws PlayerError `source/wrong-type` for a playlist or an MPD */
export function checkFileHead(head: string): void {
  if (isPlaylist(head)) throw new PlayerError('source/wrong-type', 'The source is declared as a file, but it is a playlist.');
  if (manifestKind(head) === 'dash')
    throw new PlayerError('source/wrong-type', 'The source is declared as a file, but it is a DASH manifest.');
}

/** Returns the error for a file that is redirected while the publisher does not allow redirects. */
export const redirectRefused = (url: URL): PlayerError =>
  new PlayerError('policy/blocked', `${url.host} redirects this file, and the player does not follow redirects.`, { url: redactUrl(url) });

/**
 * Requests the first bytes without following a redirect, because the browser's own request would follow it unchecked, with a `Referer` and
 * cookies. When the publisher allows redirects, it is followed here first, and the guard checks its target.
 * @throws PlayerError `policy/blocked` for a redirect that may not be followed, and what the guard throws
 */
async function requestFirstBytes(guard: Guard, url: URL, signal: AbortSignal): Promise<Response> {
  const init = { headers: { range: `bytes=0-${maxBytes - 1}` }, signal };
  const response = await guard.fetch(url, 'segment', { ...init, redirect: 'manual' });
  if (response.type !== 'opaqueredirect') return response;
  if (guard.redirects === 'follow') return guard.fetch(url, 'segment', init);
  throw redirectRefused(url);
}

async function firstBytes(guard: Guard, url: URL, signal: AbortSignal): Promise<string | undefined> {
  const reading = new AbortController();
  try {
    const response = await requestFirstBytes(guard, url, AbortSignal.any([signal, reading.signal]));
    // The engine reports an HTTP error status.
    if (!response.ok) return undefined;
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
      text += decoder.decode(part.value, { stream: true });
      if (text.length >= maxBytes) break;
    }
    return text;
  } catch (cause) {
    signal.throwIfAborted();
    const error = toPlayerError(cause);
    if (error.code === 'network/unreachable' && url.origin !== guard.base.origin) return undefined;
    throw error;
  } finally {
    reading.abort();
  }
}
