import type { Guard } from '../network/guard.js';
import { CredentialsError, type CredentialsFailure } from './credentials.js';
import type { RequestKind } from '../../policy/policy.js';

/** How many parts of a body, as the network delivers them, are in memory before they become a blob. */
const partsInBlob = 256;

interface WholeRequest {
  readonly guard: Guard;
  readonly kind: RequestKind;
  /** In bytes; a longer body is not read. */
  readonly limit: number;
  /** The failure when the file cannot be fetched. */
  readonly failure: CredentialsFailure;
  readonly signal: AbortSignal;
  onProgress?(loaded: number, total: number): void;
}

/** Fetches a whole file through the guard. @throws CredentialsError */
export async function fetchWhole(url: string | URL, request: WholeRequest): Promise<Blob> {
  const { guard, kind, limit, failure, signal, onProgress } = request;
  try {
    const response = await guard.fetch(url, kind, { signal });
    const total = Number(response.headers.get('content-length') ?? 0);
    const reader = response.ok && total <= limit ? response.body?.getReader() : undefined;
    if (!reader) void response.body?.cancel();
    if (total > limit) throw new CredentialsError('too-large');
    if (!reader) throw new CredentialsError(failure);
    const blobs: Blob[] = [];
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let loaded = 0;
    for (let part = await reader.read(); part.value; part = await reader.read()) {
      loaded += part.value.byteLength;
      if (loaded > limit) {
        void reader.cancel();
        throw new CredentialsError('too-large');
      }
      parts.push(part.value);
      // The browser can keep the bytes of a blob out of the memory of the page.
      if (parts.length === partsInBlob) blobs.push(new Blob(parts.splice(0)));
      onProgress?.(loaded, total);
    }
    return new Blob([...blobs, ...parts]);
  } catch (cause) {
    signal.throwIfAborted();
    throw cause instanceof CredentialsError ? cause : new CredentialsError(failure, cause);
  }
}
