import { redactUrl } from '../../../lib/redact.js';
import { PlayerError } from '../../error.js';
import type { Guard } from '../../network/guard.js';
import type { AttemptMonitor } from '../../recovery/attempt-monitor.js';
import { fetchOnce, RequestFailure, type StreamingResponse } from '../../recovery/fetch-once.js';
import { RequestRetry } from '../../recovery/request-retry.js';
import { sizeOf } from './file-size.js';

/** A part of the file that has been received. */
interface Chunk {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** A response that is being received from `position` on. */
interface Connection {
  position: number;
  incoming: StreamingResponse | undefined;
  /** Whether the response has delivered anything. */
  delivered: boolean;
  reading: Promise<void> | undefined;
  readonly retry: RequestRetry;
}

/** Reading on over this many bytes takes less time than a new request. */
const maxSkip = 1024 * 1024;
/** Received bytes that are kept for further reads. */
const maxKept = 8 * 1024 * 1024;
/** Two, because the audio track of a file may be far from its video track. */
const maxConnections = 2;

const noNeighbours = { missingElsewhere: false, missingBefore: 0, skipped: 0 };

interface FileBytesContext {
  readonly guard: Guard;
  readonly monitor: AttemptMonitor;
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly size: number;
}

/**
 * Reads the bytes of a file through the guard: one response without an end is received as far as it is needed, and only a read elsewhere
 * sends a further request.
 */
export class FileBytes {
  /** Whether a failed request is retried; before the first frame, the browser itself gets the file instead. */
  retries = false;
  readonly #context: FileBytesContext;
  readonly #connections: Connection[] = [];
  readonly #chunks: Chunk[] = [];
  #kept = 0;

  /** `first` is the response to the request for the whole file. */
  constructor(context: FileBytesContext, first: StreamingResponse) {
    this.#context = context;
    this.#connect(0, first);
    context.signal.addEventListener('abort', () => this.#connections.forEach(({ incoming }) => incoming?.cancel()), { once: true });
  }

  get size(): number {
    return this.#context.size;
  }

  /** Returns the bytes from `start` up to `end`. @throws PlayerError when they cannot be received; the signal's reason when it aborts */
  async read(start: number, end: number): Promise<Uint8Array> {
    const read = new Uint8Array(end - start);
    for (let at = start; at < end;) {
      const chunk = this.#chunks.findLast((each) => each.start <= at && at < each.start + each.bytes.byteLength);
      if (chunk) {
        const part = chunk.bytes.subarray(at - chunk.start, end - chunk.start);
        read.set(part, at - start);
        at += part.byteLength;
        continue;
      }
      const connection = this.#connections.find(({ position }) => position <= at && at - position < maxSkip) ?? this.#connect(at);
      connection.reading ??= this.#receive(connection).finally(() => (connection.reading = undefined));
      await connection.reading;
    }
    return read;
  }

  #connect(position: number, incoming?: StreamingResponse): Connection {
    const { monitor, signal } = this.#context;
    const retry = new RequestRetry(monitor, 'segment', signal, () => noNeighbours);
    const connection: Connection = { position, incoming, delivered: false, reading: undefined, retry };
    const idle = this.#connections.length < maxConnections ? -1 : this.#connections.findIndex(({ reading }) => !reading);
    if (idle !== -1) this.#connections.splice(idle, 1)[0]!.incoming?.cancel();
    this.#connections.push(connection);
    return connection;
  }

  /** Receives the next part of a response, and sends the request again when it breaks. */
  async #receive(connection: Connection): Promise<void> {
    const { monitor, size, signal } = this.#context;
    const { retry } = connection;
    monitor.recordRequestStart(connection, signal);
    try {
      for (;;) {
        try {
          connection.incoming ??= await this.#request(connection.position);
          const part = await connection.incoming.read();
          if (part) return this.#accept(connection, part);
          connection.incoming = undefined;
          if (connection.position >= size) return void this.#connections.splice(this.#connections.indexOf(connection), 1);
          // A server may send less than what was requested; without any byte, it would be asked again without end.
          if (!connection.delivered) throw this.#failure('truncated', 'The file ends too early.');
          connection.delivered = false;
        } catch (failure) {
          connection.incoming = undefined;
          connection.delivered = false;
          if (this.retries && (await retry.onFailure(failure)) === 'again') continue;
          throw failure instanceof RequestFailure ? failure.error : failure;
        }
      }
    } finally {
      monitor.recordRequestEnd(connection);
    }
  }

  #accept(connection: Connection, bytes: Uint8Array): void {
    this.#context.monitor.recordMedia();
    connection.retry.onSuccess();
    connection.delivered = true;
    this.#chunks.push({ start: connection.position, bytes });
    connection.position += bytes.byteLength;
    this.#kept += bytes.byteLength;
    while (this.#kept > maxKept) this.#kept -= this.#chunks.shift()!.bytes.byteLength;
  }

  async #request(position: number): Promise<StreamingResponse> {
    const { guard, url, signal, size } = this.#context;
    const incoming = await fetchOnce(guard, url, 'segment', { headers: { range: `bytes=${position}-` } }, signal);
    if (sizeOf(incoming.response, position) === size) return incoming;
    incoming.cancel();
    throw this.#failure('not-retryable', 'The file changed while it was being read.');
  }

  #failure(cause: 'truncated' | 'not-retryable', message: string): RequestFailure {
    return new RequestFailure(cause, new PlayerError('media/not-media', message, { url: redactUrl(this.#context.url) }));
  }
}
