import { redactUrl } from '../../../lib/redact.js';
import { PlayerError } from '../../error.js';
import type { Guard } from '../../network/guard.js';
import type { AttemptMonitor } from '../../recovery/attempt-monitor.js';
import { fetchOnce, RequestFailure, type StreamingResponse } from '../../recovery/fetch-once.js';
import { RequestRetry } from '../../recovery/request-retry.js';
import { mayBeSameVersion, sizeOf } from './file-size.js';

const noMissingSegments = { missingElsewhere: false, missingBefore: 0, skipped: 0 };

/** The file, and how it is requested. */
export interface FileContext {
  readonly guard: Guard;
  readonly monitor: AttemptMonitor;
  readonly url: URL;
  readonly signal: AbortSignal;
  /** In bytes. */
  readonly size: number;
  /** The entity tag of the version that is played; null when the page cannot read it. */
  readonly entityTag: string | null;
}

/** A response without an end, which is received from `position` on as far as it is needed. */
export class FileConnection {
  readonly #onBytes: (start: number, bytes: Uint8Array) => void;
  position: number;
  /** Whether it was opened before the last seek. */
  beforeSeek = false;
  readonly #context: FileContext;
  readonly #retry: RequestRetry;
  readonly #lifetime = new AbortController();
  #incoming: StreamingResponse | undefined;
  #receiving: Promise<boolean> | undefined;
  /** Whether the response has delivered anything. */
  #delivered = false;

  /** `onBytes` is called with all bytes and their position. */
  constructor(context: FileContext, position: number, onBytes: (start: number, bytes: Uint8Array) => void, incoming?: StreamingResponse) {
    this.#onBytes = onBytes;
    this.#context = context;
    this.position = position;
    this.#incoming = incoming;
    const signal = AbortSignal.any([context.signal, this.#lifetime.signal]);
    this.#retry = new RequestRetry(context.monitor, 'segment', signal, () => noMissingSegments);
    signal.addEventListener('abort', () => this.#incoming?.cancel(), { once: true });
  }

  get receiving(): boolean {
    return this.#receiving !== undefined;
  }

  close(): void {
    this.#lifetime.abort();
  }

  /**
   * Receives the next bytes, and sends the request again when it breaks. Resolves to false at the end of the file.
   * @throws PlayerError when they cannot be received; an `AbortError` when the connection is closed
   */
  receive(): Promise<boolean> {
    this.#receiving ??= this.#receive().finally(() => (this.#receiving = undefined));
    return this.#receiving;
  }

  async #receive(): Promise<boolean> {
    const { monitor, size } = this.#context;
    const { signal } = this.#retry;
    monitor.recordRequestStart(this, signal);
    try {
      for (;;) {
        try {
          this.#incoming ??= await this.#request();
          const part = await this.#incoming.read();
          if (part) this.#accept(part);
          if (part) return true;
          this.#incoming = undefined;
          if (this.position >= size) return false;
          // A server may send less than what was requested; without any byte, it would be asked again without end.
          if (!this.#delivered) throw this.#failure('truncated', 'The file ends too early.');
          this.#delivered = false;
        } catch (failure) {
          this.#incoming = undefined;
          this.#delivered = false;
          signal.throwIfAborted();
          if ((await this.#retry.onFailure(failure)) === 'retry') continue;
          throw failure instanceof RequestFailure ? failure.error : failure;
        }
      }
    } finally {
      monitor.recordRequestEnd(this);
    }
  }

  #accept(bytes: Uint8Array): void {
    this.#context.monitor.recordMedia();
    this.#retry.onSuccess();
    this.#delivered = true;
    const start = this.position;
    this.position += bytes.byteLength;
    this.#onBytes(start, bytes);
  }

  async #request(): Promise<StreamingResponse> {
    const { guard, url, size, entityTag } = this.#context;
    const incoming = await fetchOnce(guard, url, 'segment', { headers: { range: `bytes=${this.position}-` } }, this.#retry.signal);
    const { response } = incoming;
    if (sizeOf(response, this.position) === size && mayBeSameVersion(response.headers.get('etag'), entityTag)) return incoming;
    incoming.cancel();
    // Not a part: a page in its place, as from a captive portal, which may be gone at the next try.
    if (response.status !== 206) throw this.#failure('unusable-body', 'The server no longer sends parts of the file.');
    throw this.#failure('not-retryable', 'The file changed while it was being read.');
  }

  #failure(reason: 'truncated' | 'unusable-body' | 'not-retryable', message: string): RequestFailure {
    return new RequestFailure(reason, new PlayerError('media/not-media', message, { url: redactUrl(this.#context.url) }));
  }
}
