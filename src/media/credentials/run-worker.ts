import { CredentialsError } from './credentials.js';
import type { ReadReply, ReadRequest } from './worker/messages.js';

/** A manifest that keeps the reader busy for longer, in milliseconds, ends the check. */
const maxReadMs = 120_000;

/** Reads a file in a worker that exists only for this. @throws CredentialsError `code` or `manifest`; the reason of `signal` */
export function runWorker(url: URL, request: ReadRequest, signal: AbortSignal): Promise<ReadReply> {
  return new Promise((resolve, reject) => {
    let worker: Worker;
    try {
      worker = new Worker(url);
    } catch (cause) {
      reject(new CredentialsError('code', cause));
      return;
    }
    const ended = new AbortController();
    const end = () => {
      ended.abort();
      worker.terminate();
    };
    const timer = setTimeout(() => (end(), reject(new CredentialsError('manifest'))), maxReadMs);
    ended.signal.addEventListener('abort', () => clearTimeout(timer));
    const { signal: listening } = ended;
    signal.addEventListener('abort', () => (end(), reject(signal.reason as Error)), { signal: listening });
    worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => (end(), resolve(data)), { signal: listening });
    // The browser did not load the script, or a policy forbids it.
    worker.addEventListener('error', (event) => (event.preventDefault(), end(), reject(new CredentialsError('code', event.message))), {
      signal: listening
    });
    worker.postMessage(request);
  });
}
