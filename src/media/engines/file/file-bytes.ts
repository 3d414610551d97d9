import type { StreamingResponse } from '../../recovery/fetch-once.js';
import { FileConnection, type FileContext } from './file-connection.js';
import { ReceivedBytes } from './received-bytes.js';

/** Reading on over this many bytes takes less time than a new request; the tracks of a file may be this far apart. */
const maxSkip = 1024 * 1024;
/** The same after a seek: a connection that would have to receive more is closed. */
const maxSkipAfterSeek = 64 * 1024;
/** Two, because the audio track of a file may be far from its video track. */
const maxConnections = 2;

/** Resolves in a later task of the event loop, when everything has run that is due in this one. */
const nextTask = () => new Promise<void>((resolve) => void setTimeout(resolve));

/**
 * Reads the bytes of a file through the guard: one response without an end is received as far as it is needed, and only a read elsewhere
 * sends a further request.
 */
export class FileBytes {
  readonly #context: FileContext;
  readonly #connections: FileConnection[];
  readonly #received = new ReceivedBytes();
  #seeks = 0;
  /** Ends a read that is waiting. */
  readonly #reads = new Set<(reason: DOMException) => void>();
  /** The positions of reads for which no connection is open, until one is opened for all of them. */
  #pendingPositions: number[] = [];
  #connecting: Promise<void> | undefined;

  /** `first` is the response to the request for the whole file. */
  constructor(context: FileContext, first: StreamingResponse) {
    this.#context = context;
    this.#connections = [this.#connectionAt(0, first)];
  }

  get size(): number {
    return this.#context.size;
  }

  /** Ends all reads with an `AbortError`, so that the reads that follow do not wait for them. */
  seek(): void {
    this.#seeks += 1;
    this.#pendingPositions = [];
    for (const connection of this.#connections) connection.beforeSeek = true;
    for (const end of this.#reads) end(new DOMException('The viewer seeks elsewhere.', 'AbortError'));
  }

  /** Returns the bytes from `start` up to `end`. @throws PlayerError when they cannot be received; the signal's reason when it aborts */
  read(start: number, end: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#reads.add(reject);
      void this.#read(start, end)
        .then(resolve, reject)
        .finally(() => this.#reads.delete(reject));
    });
  }

  async #read(start: number, end: number): Promise<Uint8Array> {
    const seeks = this.#seeks;
    const output = new Uint8Array(end - start);
    for (let position = start; position < end;) {
      const part = this.#received.from(position)?.subarray(0, end - position);
      if (part) {
        output.set(part, position - start);
        position += part.byteLength;
        continue;
      }
      const connection = this.#connectionFor(position);
      await (connection ? this.#receive(connection) : this.#connect(position));
      this.#context.signal.throwIfAborted();
      if (seeks !== this.#seeks) break;
    }
    return output;
  }

  /** Returns bytes that are read once, far from the media: the connection for them is closed again. */
  async readAside(start: number, end: number): Promise<Uint8Array> {
    if (this.#received.from(start) || this.#connectionFor(start)) return this.read(start, end);
    const output = new Uint8Array(end - start);
    const onBytes = (at: number, bytes: Uint8Array) => output.set(bytes.subarray(0, Math.max(0, end - at)), Math.min(at, end) - start);
    const connection = new FileConnection(this.#context, start, onBytes);
    try {
      while (connection.position < end && (await connection.receive()));
    } finally {
      connection.close();
    }
    return output;
  }

  /** Whether the byte at a position has been received and is kept, so that reading it sends no request. */
  isReceived(position: number): boolean {
    return this.#received.from(position) !== undefined;
  }

  /** Calls `onBytes` with the position and the number of the bytes that are kept, and of all that are received from now on. */
  watch(onBytes: (start: number, length: number) => void): void {
    this.#received.watch(onBytes);
  }

  #connectionAt(position: number, incoming?: StreamingResponse): FileConnection {
    return new FileConnection(this.#context, position, (start, bytes) => this.#received.keep(start, bytes), incoming);
  }

  /** Returns the connection that reaches a position first. */
  #connectionFor(at: number): FileConnection | undefined {
    return this.#connections
      .filter(({ position, beforeSeek }) => position <= at && at - position < (beforeSeek ? maxSkipAfterSeek : maxSkip))
      .sort((a, b) => b.position - a.position)[0];
  }

  /** Opens a connection at the first of the positions that are read at the same time, so that the tracks share it. */
  #connect(at: number): Promise<void> {
    this.#pendingPositions.push(at);
    this.#connecting ??= nextTask().then(() => {
      this.#connecting = undefined;
      if (this.#pendingPositions.length === 0 || this.#context.signal.aborted) return;
      this.#close(({ beforeSeek }) => beforeSeek);
      if (this.#connections.length >= maxConnections) this.#close((each) => each === this.#connections.find(({ receiving }) => !receiving));
      this.#connections.push(this.#connectionAt(Math.min(...this.#pendingPositions)));
      this.#pendingPositions = [];
    });
    return this.#connecting;
  }

  #close(isClosed: (connection: FileConnection) => boolean): void {
    const closedConnections = this.#connections.filter(isClosed);
    for (const connection of closedConnections) {
      this.#connections.splice(this.#connections.indexOf(connection), 1);
      connection.close();
    }
  }

  async #receive(connection: FileConnection): Promise<void> {
    connection.beforeSeek = false;
    const hasMore = await connection.receive();
    // At the end, or where another connection has begun: the rest would be received twice.
    if (!hasMore || this.#received.from(connection.position)) this.#close((each) => each === connection);
  }
}
