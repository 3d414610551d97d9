import { listen } from '../lib/listen.js';
import { EmbedError } from './embed-error.js';
import {
  context,
  embedEvents,
  version,
  type Answer,
  type Call,
  type Connect,
  type EmbedMethod,
  type Happened,
  type Reply
} from './protocol.js';

interface Waiting {
  settle(result: unknown): void;
  fail(error: EmbedError): void;
}

const newNonce = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The origin that messages of an iframe must have: `null` in a sandbox without `allow-same-origin`, else that of its address.
 * Whatever the frame may have been sent to since, its words do not count from elsewhere.
 */
function expectedOrigin(iframe: HTMLIFrameElement): string {
  const opaque = iframe.hasAttribute('sandbox') && !iframe.sandbox.contains('allow-same-origin');
  return opaque ? 'null' : new URL(iframe.src, document.baseURI).origin;
}

/**
 * The parent's end of the typed channel: asks for a port, again whenever the frame has loaded something new, and counts calls and
 * answers. It ends, with everything it listens to, when it is closed or the iframe leaves the page.
 */
export class Link {
  readonly ready: Promise<void>;
  control = false;

  readonly #iframe: HTMLIFrameElement;
  readonly #timeout: number;
  readonly #onEvent: (happened: Happened) => void;
  readonly #end = new AbortController();
  readonly #nonce = newNonce();
  readonly #waiting = new Map<number, Waiting>();
  #settleReady!: { resolve(): void; reject(error: EmbedError): void };
  #port: MessagePort | undefined;
  #closed: EmbedError | undefined;
  #calls = 0;

  constructor(iframe: HTMLIFrameElement, timeout: number, onEvent: (happened: Happened) => void) {
    this.#iframe = iframe;
    this.#timeout = timeout;
    this.#onEvent = onEvent;
    this.ready = new Promise((resolve, reject) => (this.#settleReady = { resolve, reject }));
    this.ready.catch(() => undefined);
    const { signal } = this.#end;
    listen<MessageEvent<Partial<Answer> | null>>(window, 'message', (event) => this.#onAnswer(event), signal);
    // The script of the frame has run when the frame has loaded; a nonce that was answered already is not answered again.
    listen(iframe, 'load', () => this.#connect(), signal);
    this.#watchLeaving(signal);
    this.#connect();
  }

  /** Sends a call, as soon as there is a port. Rejects with an `EmbedError`. */
  async call(method: EmbedMethod, ...args: unknown[]): Promise<unknown> {
    if (this.#closed) throw this.#closed;
    const id = ++this.#calls;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => waiting.fail(new EmbedError('timeout', `The embedded player did not answer "${method}".`)),
        this.#timeout
      );
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(id);
      };
      const waiting: Waiting = {
        settle: (result) => (done(), resolve(result)),
        fail: (error) => (done(), reject(error))
      };
      this.#waiting.set(id, waiting);
      const send = () => {
        if (!this.#waiting.has(id)) return;
        if (!this.control) waiting.fail(new EmbedError('read-only', 'The publisher of the player has not named this page.'));
        else this.#port!.postMessage({ id, method, args } satisfies Call);
      };
      if (this.#port) send();
      else this.ready.then(send, (error: EmbedError) => waiting.fail(error));
    });
  }

  close(error: EmbedError): void {
    if (this.#closed) return;
    this.#closed = error;
    this.#end.abort();
    this.#port?.close();
    this.#settleReady.reject(error);
    this.#failAll(error);
  }

  #failAll(error: EmbedError): void {
    for (const waiting of [...this.#waiting.values()]) waiting.fail(error);
  }

  #connect(): void {
    // The star is for an opaque origin, which has no name; the message says nothing but that somebody would like to talk.
    this.#iframe.contentWindow?.postMessage({ context, v: version, type: 'connect', nonce: this.#nonce } satisfies Connect, '*');
  }

  #onAnswer({ source, origin, data, ports }: MessageEvent<Partial<Answer> | null>): void {
    if (source === null || source !== this.#iframe.contentWindow || origin !== expectedOrigin(this.#iframe)) return;
    if (data?.context !== context || data.v !== version || data.nonce !== this.#nonce) return;
    if (data.type === 'refused') return this.close(new EmbedError(data.code ?? 'failed', 'The embedded page has nothing to play.'));
    const [port] = ports;
    if (data.type !== 'connected' || !port) return;
    // A second port means that the frame was loaded anew; what was asked of its predecessor is lost.
    this.#port?.close();
    if (this.#port) this.#failAll(new EmbedError('closed', 'The frame was loaded anew.'));
    this.#port = port;
    this.control = data.control === true;
    listen<MessageEvent<Reply | Happened>>(port, 'message', (event) => this.#onPort(event.data), this.#end.signal);
    port.start();
    if (this.control) void this.call('events.subscribe', embedEvents).catch(() => undefined);
    this.#settleReady.resolve();
  }

  #onPort(message: Reply | Happened): void {
    if ('event' in message) return this.#onEvent(message);
    const waiting = this.#waiting.get(message.id);
    if ('error' in message) waiting?.fail(new EmbedError(message.error.code, message.error.message));
    else waiting?.settle(message.result);
  }

  #watchLeaving(signal: AbortSignal): void {
    const leave = () => {
      if (!this.#iframe.isConnected) this.close(new EmbedError('closed', 'The iframe left the page.'));
    };
    const observer = new MutationObserver(leave);
    for (let root: Node | null = this.#iframe.getRootNode(); root; root = root instanceof ShadowRoot ? root.host.getRootNode() : null) {
      observer.observe(root, { childList: true, subtree: true });
    }
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }
}
