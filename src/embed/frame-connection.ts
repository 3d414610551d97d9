import { listen } from '../lib/listen.js';
import { EmbedError } from './embed-error.js';
import {
  context,
  embedEvents,
  readFromFrame,
  version,
  type ConnectAnswer,
  type Call,
  type Connect,
  type EmbedMethod,
  type EventMessage
} from './protocol.js';

interface PendingCall {
  settle(result: unknown): void;
  fail(error: EmbedError): void;
}

const newNonce = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Returns the origin that messages from an iframe must have: `null` in a sandbox without `allow-same-origin`, otherwise the origin of
 * its `src`. Messages from any other origin are ignored, even after the frame has navigated there.
 */
function expectedOrigin(iframe: HTMLIFrameElement): string {
  const isOpaque = iframe.hasAttribute('sandbox') && !iframe.sandbox.contains('allow-same-origin');
  return isOpaque ? 'null' : new URL(iframe.src, document.baseURI).origin;
}

/**
 * The parent's end of the typed channel: requests a port, again after each load of the frame, and matches answers to calls. It removes
 * all its listeners when it is closed or the iframe is removed from the page.
 */
export class FrameConnection {
  readonly ready: Promise<void>;
  /** Whether the publisher lets this page control the player; false until the frame has answered. */
  mayControl = false;

  readonly #iframe: HTMLIFrameElement;
  readonly #timeout: number;
  readonly #onEvent: (message: EventMessage) => void;
  readonly #lifetime = new AbortController();
  readonly #nonce = newNonce();
  readonly #pending = new Map<number, PendingCall>();
  #settleReady!: { resolve(): void; reject(error: EmbedError): void };
  #port: MessagePort | undefined;
  #closeError: EmbedError | undefined;
  #lastCallId = 0;

  constructor(iframe: HTMLIFrameElement, timeout: number, onEvent: (message: EventMessage) => void) {
    this.#iframe = iframe;
    this.#timeout = timeout;
    this.#onEvent = onEvent;
    this.ready = new Promise((resolve, reject) => (this.#settleReady = { resolve, reject }));
    this.ready.catch(() => undefined);
    const { signal } = this.#lifetime;
    listen<MessageEvent<Partial<ConnectAnswer> | null>>(window, 'message', (event) => this.#onAnswer(event), signal);
    // The frame's script has run when the frame has loaded; the frame answers each nonce only once.
    listen(iframe, 'load', () => this.#connect(), signal);
    this.#watchRemoval(signal);
    this.#connect();
  }

  /** Sends a call as soon as the port is open. Rejects with an `EmbedError`. */
  async call(method: EmbedMethod, ...args: unknown[]): Promise<unknown> {
    if (this.#closeError) throw this.#closeError;
    const id = ++this.#lastCallId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => pending.fail(new EmbedError('timeout', `The embedded player did not answer "${method}".`)),
        this.#timeout
      );
      const removePending = () => {
        clearTimeout(timer);
        this.#pending.delete(id);
      };
      const pending: PendingCall = {
        settle: (result) => (removePending(), resolve(result)),
        fail: (error) => (removePending(), reject(error))
      };
      this.#pending.set(id, pending);
      const send = () => {
        if (!this.#pending.has(id)) return;
        if (!this.mayControl)
          pending.fail(new EmbedError('read-only', 'The publisher of the player does not allow this page to control it.'));
        else this.#port!.postMessage({ id, method, args } satisfies Call);
      };
      if (this.#port) send();
      else this.ready.then(send, (error: EmbedError) => pending.fail(error));
    });
  }

  close(error: EmbedError): void {
    if (this.#closeError) return;
    this.#closeError = error;
    this.#lifetime.abort();
    this.#port?.close();
    this.#settleReady.reject(error);
    this.#failAll(error);
  }

  #failAll(error: EmbedError): void {
    for (const pending of [...this.#pending.values()]) pending.fail(error);
  }

  #connect(): void {
    // The target is `*` because an opaque origin cannot be named; the message contains only a connection request.
    this.#iframe.contentWindow?.postMessage({ context, v: version, type: 'connect', nonce: this.#nonce } satisfies Connect, '*');
  }

  #onAnswer({ source, origin, data, ports }: MessageEvent<Partial<ConnectAnswer> | null>): void {
    if (source === null || source !== this.#iframe.contentWindow || origin !== expectedOrigin(this.#iframe)) return;
    if (data?.context !== context || data.v !== version || data.nonce !== this.#nonce) return;
    if (data.type === 'refused')
      return this.close(
        new EmbedError(typeof data.code === 'string' ? data.code : 'failed', 'The embedded page has no player; the code gives the reason.')
      );
    const [port] = ports;
    if (data.type !== 'connected' || !port) return;
    // A second port means that the frame was reloaded; calls on the previous port are lost.
    this.#port?.close();
    if (this.#port) this.#failAll(new EmbedError('closed', 'The frame was reloaded.'));
    this.#port = port;
    this.mayControl = data.control === true;
    listen<MessageEvent<unknown>>(port, 'message', (event) => this.#onPortMessage(event.data), this.#lifetime.signal);
    port.start();
    if (this.mayControl) void this.call('events.subscribe', embedEvents).catch(() => undefined);
    this.#settleReady.resolve();
  }

  #onPortMessage(data: unknown): void {
    const message = readFromFrame(data);
    if (!message) return;
    if ('event' in message) return this.#onEvent(message);
    const pending = this.#pending.get(message.id);
    if ('error' in message) pending?.fail(new EmbedError(message.error.code, message.error.message));
    else pending?.settle(message.result);
  }

  #watchRemoval(signal: AbortSignal): void {
    const closeIfRemoved = () => {
      if (!this.#iframe.isConnected) this.close(new EmbedError('closed', 'The iframe was removed from the page.'));
    };
    const observer = new MutationObserver(closeIfRemoved);
    for (let root: Node | null = this.#iframe.getRootNode(); root; root = root instanceof ShadowRoot ? root.host.getRootNode() : null) {
      observer.observe(root, { childList: true, subtree: true });
    }
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }
}
