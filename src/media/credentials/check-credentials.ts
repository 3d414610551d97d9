import type { Guard } from '../network/guard.js';
import type { Source } from '../source.js';
import { CredentialsError, unchecked, type Credentials } from './credentials.js';
import { fetchWhole } from './fetch-whole.js';
import { readStore } from './read-store.js';
import { runWorker } from './run-worker.js';
import type { ReadReply } from './worker/messages.js';

/** The largest file that is checked, and the largest trust list, in bytes. */
const maxMediaBytes = 2 ** 30;
const maxTrustListBytes = 2 ** 22;
const maxCodeBytes = 2 ** 25;

/** The part of a player that a check needs. */
export interface CheckedPlayer {
  readonly session: { readonly guard: Guard; readonly source: Source | undefined; readonly withdrawn: readonly object[] };
}

export interface CredentialsOptions {
  /** The URL of the folder with `worker.js` and `c2pa.wasm`, on the origin of the page; ends with a slash. */
  readonly folder: string | URL;
  /** The URL of a file with the certificates that the publisher trusts, in PEM; without it, no signer is trusted. */
  readonly trust?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with the bytes that have been fetched of the file, and its size, 0 when the server does not say. */
  onProgress?(loaded: number, total: number): void;
}

/** Returns what the reader found, from its reply. */
function resultOf(reply: ReadReply): Credentials {
  if ('store' in reply) return readStore(reply.store);
  if (reply.problem === 'code') throw new CredentialsError('code', reply.text);
  if (/JumbfNotFound/.test(reply.text)) return { ...unchecked, status: 'missing' };
  throw new CredentialsError(/RemoteManifest/.test(reply.text) ? 'remote' : 'manifest', reply.text);
}

async function check(player: CheckedPlayer, options: CredentialsOptions, signal: AbortSignal): Promise<Credentials> {
  const { guard, source, withdrawn } = player.session;
  if (source?.type !== 'file') throw new CredentialsError('stream');
  // A check would request the withdrawn passages too.
  if (withdrawn.length > 0) throw new CredentialsError('media');
  const base = new URL(options.folder, guard.base);
  const common = { guard, signal };
  const trust = options.trust && fetchWhole(options.trust, { ...common, kind: 'text', limit: maxTrustListBytes, failure: 'trust-list' });
  const [list, code] = await Promise.all([
    trust ? trust.then((blob) => blob.text()) : '',
    fetchWhole(new URL('c2pa.wasm', base), { ...common, kind: 'text', limit: maxCodeBytes, failure: 'code' })
  ]);
  let [loaded, total] = [0, 0];
  const onProgress = (...progress: [number, number]) => {
    [loaded, total] = progress;
    options.onProgress?.(loaded, total);
  };
  const media = await fetchWhole(source.url, { ...common, kind: 'segment', limit: maxMediaBytes, failure: 'media', onProgress });
  const settings = JSON.stringify({
    verify: { verify_trust: true, ocsp_fetch: false, remote_manifest_fetch: false },
    ...(list && { trust: { trust_anchors: list } })
  });
  const reply = await runWorker(new URL('worker.js', base), { wasm: await code.arrayBuffer(), media, settings }, signal);
  return { ...resultOf(reply), loaded, total };
}

/**
 * Checks the Content Credentials of the file that a player plays. It fetches the whole file once more, and the reader, through the guard
 * of the player, and makes no other request: no certificate is looked up (OCSP), and no manifest is fetched from elsewhere.
 * It resolves to a result with `status: 'failed'` when the check cannot be made. @throws only the reason of `signal`
 */
export async function checkCredentials(player: CheckedPlayer, options: CredentialsOptions): Promise<Credentials> {
  const signal = options.signal ?? new AbortController().signal;
  try {
    return await check(player, options, signal);
  } catch (cause) {
    signal.throwIfAborted();
    const error = cause instanceof CredentialsError ? cause : new CredentialsError('manifest', cause);
    if (error.failure === 'code') console.warn('jet-player: the reader of Content Credentials could not be loaded.', error.cause);
    return { ...unchecked, status: 'failed', failure: error.failure };
  }
}
