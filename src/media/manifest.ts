import { redactUrl } from '../lib/redact.js';
import { isSoundXml } from '../lib/sound-xml.js';
import { PlayerError, toPlayerError } from './error.js';
import type { Guard } from './guard.js';
import { readWhole, type WholeResponse } from './meter.js';
import { causeOf, causeOfError, retryAfter, Silence } from './recovery/attempt.js';
import { afterFailedManifest, limits, type Cause } from './recovery/policy.js';
import type { Recovery } from './recovery/recovery.js';
import { typeOfMime, type DeclaredSource, type SourceType } from './source.js';

/** Bytes from which on a manifest is refused. An MPD becomes a tree of objects, during whose making the page stands still. */
const most = { hls: 64 * 1024 * 1024, dash: 24 * 1024 * 1024 };

/** Bytes within which a manifest has to say what it is. */
const headBytes = 64 * 1024;

/**
 * Fetches a manifest through the guard and makes sure that it is one, before an engine sees it.
 *
 * An engine must not be the judge: dash.js never returns from an MPD that is cut inside an attribute's name.
 * @returns undefined when the answer to an address of unknown type is a film; its bytes are left where they are
 * @throws PlayerError saying in one code what came instead
 */
export async function fetchManifest(guard: Guard, { url, type }: DeclaredSource, recovery: Recovery): Promise<WholeResponse | undefined> {
  const { signal } = recovery;
  const request = {};
  const begun = performance.now();
  for (let tried = 0, last: Cause | undefined; ; tried++) {
    let asked = 0;
    try {
      const response = await ask(guard, url, signal, type === undefined);
      asked = retryAfter(response?.headers.get('retry-after') ?? null);
      if (response) {
        checkStatus(response.status, url);
        // The engine asks for it again by itself.
        guard.keep(url, response);
      }
      recovery.mended(request);
      return response;
    } catch (thrown) {
      signal.throwIfAborted();
      const error = toPlayerError(thrown, 'network/unreachable');
      const cause = error.status === undefined ? causeOfError(error) : causeOf(error.status);
      if (cause !== last) tried = 0;
      last = cause;
      const pause = afterFailedManifest({ cause, tried, age: performance.now() - begun, retryAfter: asked });
      if (pause === undefined) throw error;
      recovery.troubled(request, 'reconnecting', error, pause);
      await recovery.pauses.wait(pause, signal);
      recovery.health.count('retries');
    }
  }
}

const isFilm = ({ ok, headers }: Response): boolean => ok && typeOfMime(headers.get('content-type') ?? '') === 'file';

async function ask(guard: Guard, url: URL, signal: AbortSignal, mayBeFilm: boolean): Promise<WholeResponse | undefined> {
  const silence = new Silence(signal);
  silence.wait(limits.firstByte);
  try {
    const response = await guard.fetch(url, 'manifest', { signal: silence.signal });
    if (!mayBeFilm || !isFilm(response)) return await readWhole(response);
    void response.body?.cancel();
    return undefined;
  } catch (cause) {
    signal.throwIfAborted();
    if (!silence.signal.aborted) throw cause;
    throw new PlayerError('network/timeout', `${url.host} did not answer in time.`, { cause, url: redactUrl(url) });
  } finally {
    silence.rest();
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
  const tooLarge = () => new PlayerError('manifest/too-large', `The manifest has ${Math.round(bytes.byteLength / 1e6)} MB.`, details);
  if (bytes.byteLength > most.hls) throw tooLarge();
  const head = new TextDecoder().decode(bytes.slice(0, headBytes)).trimStart();
  if (!head) throw new PlayerError('manifest/empty', 'The manifest is empty.', details);
  if (head.startsWith('#EXTM3U')) return 'hls';
  if (!/<(?:[\w.-]+:)?MPD[\s>/]/.test(head)) {
    throw new PlayerError(
      'manifest/not-a-manifest',
      'The server sent something that is neither an HLS playlist nor a DASH manifest.',
      details
    );
  }
  if (bytes.byteLength > most.dash) throw tooLarge();
  if (!isSoundXml(new TextDecoder().decode(bytes))) {
    throw new PlayerError('manifest/malformed', 'The DASH manifest is cut off, or not well-formed XML.', details);
  }
  return 'dash';
}

/** @throws PlayerError `source/wrong-type` when the publisher declared the other kind of manifest */
export function checkType(declared: SourceType | undefined, found: SourceType, url: URL): void {
  if (declared === undefined || declared === found) return;
  throw new PlayerError('source/wrong-type', `The address is declared as ${declared} but holds ${found}.`, { url: redactUrl(url) });
}
