import type { Readable, Writable } from 'node:stream';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** One session of the Chrome DevTools Protocol, with the browser (id '') or with one of its targets. */
export class CdpSession {
  readonly #listeners = new Map<string, ((params: unknown) => void)[]>();
  readonly #connection: Connection;

  constructor(
    readonly id: string,
    connection: Connection
  ) {
    this.#connection = connection;
  }

  /** Sends a command. Rejects with the browser's message if the command fails, or if the target is gone. */
  send<Result = unknown>(method: string, params: object = {}): Promise<Result> {
    return this.#connection.send(this.id, method, params) as Promise<Result>;
  }

  /** Sends a command that a target may not support, or that it may not answer before it ends. Resolves to undefined if it fails. */
  async trySend<Result = unknown>(method: string, params: object = {}): Promise<Result | undefined> {
    return this.send<Result>(method, params).catch(() => undefined);
  }

  on<Params>(method: string, listener: (params: Params) => void): void {
    this.#listeners.set(method, [...(this.#listeners.get(method) ?? []), listener as (params: unknown) => void]);
  }

  /** Called by the connection to dispatch an event. */
  receive(method: string, params: unknown): void {
    for (const listener of this.#listeners.get(method) ?? []) listener(params);
  }
}

/** The DevTools protocol over a browser's `--remote-debugging-pipe`: JSON messages that end with a zero byte. */
export class Connection {
  readonly browser = new CdpSession('', this);
  readonly #sessions = new Map<string, CdpSession>([['', this.browser]]);
  readonly #pending = new Map<number, { sessionId: string; resolve(result: unknown): void; reject(error: Error): void }>();
  readonly #output: Writable;
  #lastId = 0;

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    // A browser that has exited closes both pipes; the pending commands are rejected below.
    output.on('error', () => undefined);
    let unread = Buffer.alloc(0);
    input.on('data', (chunk: Buffer) => {
      unread = Buffer.concat([unread, chunk]);
      for (let end = unread.indexOf(0); end >= 0; end = unread.indexOf(0)) {
        const text = unread.toString('utf8', 0, end);
        unread = unread.subarray(end + 1);
        this.#receive(JSON.parse(text) as Message);
      }
    });
    input.on('close', () => this.#rejectAll('', 'the browser closed'));
  }

  /** Returns the session with an attached target. */
  session(id: string): CdpSession {
    const session = this.#sessions.get(id) ?? new CdpSession(id, this);
    this.#sessions.set(id, session);
    return session;
  }

  /** Removes a session whose target is gone, and rejects its pending commands. */
  drop(id: string): void {
    this.#sessions.delete(id);
    this.#rejectAll(id, 'the target is gone');
  }

  send(sessionId: string, method: string, params: object): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { sessionId, resolve, reject });
      this.#output.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  }

  #receive({ id, method, params, sessionId = '', result, error }: Message): void {
    if (id === undefined) {
      if (method) this.#sessions.get(sessionId)?.receive(method, params);
      return;
    }
    const command = this.#pending.get(id);
    this.#pending.delete(id);
    if (error) command?.reject(new Error(error.message));
    else command?.resolve(result);
  }

  #rejectAll(sessionId: string, message: string): void {
    for (const [id, command] of this.#pending) {
      if (sessionId && command.sessionId !== sessionId) continue;
      this.#pending.delete(id);
      command.reject(new Error(message));
    }
  }
}
