import { redactUrl } from '../lib/redact.js';
import { PlayerError } from './error.js';
import type { Guard } from './guard.js';
import type { WholeResponse } from './meter.js';
import { parseXml } from './xml.js';
import { typeOfMime, type SourceType } from './source.js';

/** Milliseconds a server gets for a whole manifest, and how often it is asked. Together: a verdict within 12 seconds. */
const patience = { time: 6000, tries: 2 };
const maxBytes = 64 * 1024 * 1024;

/**
 * Fetches a manifest through the guard and makes sure that it is one, before an engine sees it.
 *
 * An engine must not be the judge: dash.js never returns from an MPD that is cut inside an attribute's name.
 * @returns undefined when the answer is a film and not a manifest; its bytes are left where they are
 * @throws PlayerError saying in one code what came instead
 */
export async function fetchManifest(guard: Guard, url: URL, signal: AbortSignal): Promise<WholeResponse | undefined> {
  const response = await warmWithPatience(guard, url, signal);
  if (response) checkStatus(response.status, url);
  return response;
}

const isFilm = ({ ok, headers }: Response): boolean => ok && typeOfMime(headers.get('content-type') ?? '') === 'file';

async function warmWithPatience(guard: Guard, url: URL, signal: AbortSignal): Promise<WholeResponse | undefined> {
  for (let attempt = 1; ; attempt++) {
    const timeout = AbortSignal.timeout(patience.time);
    try {
      return await guard.warm(url, 'manifest', { signal: AbortSignal.any([signal, timeout]), wanted: (response) => !isFilm(response) });
    } catch (cause) {
      signal.throwIfAborted();
      if (!timeout.aborted) throw cause;
      if (attempt === patience.tries)
        throw new PlayerError('network/timeout', `${url.host} did not answer in time.`, { cause, url: redactUrl(url) });
    }
  }
}

/** @throws PlayerError for any HTTP status that is not a success */
export function checkStatus(status: number, url: URL | string): void {
  if (status >= 200 && status < 300) return;
  const details = { status, url: redactUrl(url) };
  if (status === 404 || status === 410) throw new PlayerError('source/not-found', `The server has no such video (${status}).`, details);
  if (status === 401 || status === 403)
    throw new PlayerError('source/not-authorised', `The server refuses this video (${status}).`, details);
  throw new PlayerError('network/http', `The server answered with an error (${status}).`, details);
}

/**
 * Says what a manifest's bytes are, whatever their name and content type.
 * @throws PlayerError `manifest/empty`, `manifest/too-large`, `manifest/malformed` or `manifest/not-a-manifest`
 */
export function identify({ bytes, url }: Pick<WholeResponse, 'bytes' | 'url'>): Exclude<SourceType, 'file'> {
  const details = { url: redactUrl(url) };
  if (bytes.byteLength > maxBytes) throw new PlayerError('manifest/too-large', 'The manifest is larger than 64 MB.', details);
  const text = new TextDecoder().decode(bytes).trimStart();
  if (!text) throw new PlayerError('manifest/empty', 'The manifest is empty.', details);
  if (text.startsWith('#EXTM3U')) return 'hls';
  if (!/<(?:[\w.-]+:)?MPD[\s>/]/.test(text.slice(0, 64 * 1024))) {
    throw new PlayerError(
      'manifest/not-a-manifest',
      'The server sent something that is neither an HLS playlist nor a DASH manifest.',
      details
    );
  }
  if (!parseXml(text)) {
    throw new PlayerError('manifest/malformed', 'The DASH manifest is not well-formed XML.', details);
  }
  return 'dash';
}

/** @throws PlayerError `source/wrong-type` when the publisher declared the other kind of manifest */
export function checkType(declared: SourceType | undefined, found: SourceType, url: URL): void {
  if (declared === undefined || declared === found) return;
  throw new PlayerError('source/wrong-type', `The address is declared as ${declared} but holds ${found}.`, { url: redactUrl(url) });
}
