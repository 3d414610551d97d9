import { fetchOnce, RequestFailure } from '../../recovery/fetch-once.js';
import type { EngineContext } from '../engine.js';
import { checkFileHead, maxBytes, redirectRefused } from '../native/file-probe.js';
import { FileBytes } from './file-bytes.js';
import { sizeOf } from './file-size.js';
import { UnreadableFile } from './pass-to-browser.js';

/**
 * Requests the whole file, and reads only its first bytes: it is received as far as it is played.
 * @throws PlayerError `policy/blocked` for a redirect that may not be followed; `source/wrong-type` for a manifest; `source/no-ranges`
 */
export async function requestFile({ guard, source, monitor }: EngineContext, signal: AbortSignal): Promise<FileBytes> {
  const { direct } = guard;
  const { url } = source;
  const init: RequestInit = { headers: { range: 'bytes=0-' }, ...(direct.redirects === 'follow' ? {} : { redirect: 'manual' }) };
  const incoming = await fetchOnce(direct, url, 'segment', init, signal).catch((failure: unknown) => {
    if (!(failure instanceof RequestFailure)) throw failure;
    throw failure.response?.type === 'opaqueredirect' ? redirectRefused(url) : failure.error;
  });
  const size = sizeOf(incoming.response, 0);
  if (size === undefined) {
    incoming.cancel();
    throw new UnreadableFile('ranges', 'The server does not send parts of this file.');
  }
  const bytes = new FileBytes({ guard: direct, monitor, url, signal, size }, incoming);
  checkFileHead(new TextDecoder().decode(await bytes.read(0, Math.min(size, maxBytes))));
  return bytes;
}
