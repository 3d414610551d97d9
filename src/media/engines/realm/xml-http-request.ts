import { concat } from '../../../lib/concat.js';
import type { MediaGuard } from '../../network/media-guard.js';
import { requestOf } from './engine-request.js';
import type { KindOf } from './request-kind.js';

type Handler = ((event: ProgressEvent) => void) | null;
const readyStates = { UNSENT: 0, OPENED: 1, HEADERS_RECEIVED: 2, LOADING: 3, DONE: 4 } as const;

/**
 * Creates `XMLHttpRequest` for an engine: the parts of the standard that engines use, implemented with the guard.
 *
 * Synchronous requests, upload progress and `responseXML` are omitted, because no engine uses them. `withCredentials` is accepted and
 * ignored, because the publisher decides about cookies and the manifest does not.
 */
export function sealedXMLHttpRequest(guard: MediaGuard, kindOf: KindOf): new () => EventTarget {
  return class SealedXMLHttpRequest extends EventTarget {
    static readonly UNSENT = readyStates.UNSENT;
    static readonly OPENED = readyStates.OPENED;
    static readonly HEADERS_RECEIVED = readyStates.HEADERS_RECEIVED;
    static readonly LOADING = readyStates.LOADING;
    static readonly DONE = readyStates.DONE;

    onreadystatechange: Handler = null;
    onloadstart: Handler = null;
    onprogress: Handler = null;
    onload: Handler = null;
    onerror: Handler = null;
    onabort: Handler = null;
    ontimeout: Handler = null;
    onloadend: Handler = null;

    readyState: number = readyStates.UNSENT;
    responseType: XMLHttpRequestResponseType = '';
    response: unknown = null;
    responseURL = '';
    status = 0;
    statusText = '';
    timeout = 0;
    withCredentials = false;

    #method = 'GET';
    #url = '';
    #headers = new Headers();
    #hasInvalidHeader = false;
    #responseHeaders = new Headers();
    #abortController = new AbortController();

    get responseText(): string {
      return typeof this.response === 'string' ? this.response : '';
    }

    open(method: string, url: string | URL): void {
      this.#abortController.abort();
      this.#abortController = new AbortController();
      this.#method = method;
      // Absolute, as in the browser's own class; a URL that cannot be parsed is refused by `send`.
      this.#url = URL.canParse(url, guard.base) ? new URL(url, guard.base).href : String(url);
      this.#headers = new Headers();
      this.#hasInvalidHeader = false;
      this.#setReadyState(readyStates.OPENED);
    }

    setRequestHeader(name: string, value: string): void {
      // A byte range from a manifest may be any text; an invalid one ends the request with an error event, not an exception.
      try {
        this.#headers.append(name, value);
      } catch {
        this.#hasInvalidHeader = true;
      }
    }

    getResponseHeader(name: string): string | null {
      return this.#responseHeaders.get(name);
    }

    getAllResponseHeaders(): string {
      return [...this.#responseHeaders].map(([name, value]) => `${name}: ${value}\r\n`).join('');
    }

    overrideMimeType(): void {}

    send(body: BodyInit | null = null): void {
      void this.#send(body, this.#abortController.signal);
    }

    abort(): void {
      const running = this.readyState > readyStates.UNSENT && this.readyState < readyStates.DONE;
      this.#abortController.abort();
      if (running) this.#end('abort');
      this.readyState = readyStates.UNSENT;
    }

    async #send(body: BodyInit | null, abortSignal: AbortSignal): Promise<void> {
      const timeLimit = this.timeout > 0 ? AbortSignal.timeout(this.timeout) : undefined;
      const signal = timeLimit ? AbortSignal.any([abortSignal, timeLimit]) : abortSignal;
      this.#fire('loadstart', 0, 0);
      try {
        if (this.#hasInvalidHeader) throw new TypeError('This request has an invalid header.');
        const kind = kindOf(this.#url);
        const request = requestOf(kind, { method: this.#method, headers: this.#headers, body });
        const response = await guard.fetch(this.#url, kind, { ...request, signal });
        if (abortSignal.aborted) return;
        this.status = response.status;
        this.statusText = response.statusText;
        this.responseURL = response.url;
        this.#responseHeaders = response.headers;
        this.#setReadyState(readyStates.HEADERS_RECEIVED);
        const bytes = await this.#read(response, abortSignal);
        if (abortSignal.aborted) return;
        this.response = this.#decode(bytes);
        this.#end('load', bytes.byteLength);
      } catch {
        if (abortSignal.aborted) return;
        this.status = 0;
        this.response = null;
        this.#end(timeLimit?.aborted ? 'timeout' : 'error');
      }
    }

    async #read(response: Response, abortSignal: AbortSignal): Promise<ArrayBuffer> {
      const total = Number(response.headers.get('content-length'));
      const chunks: Uint8Array[] = [];
      let loaded = 0;
      const reader = response.body?.getReader();
      for (let part = await reader?.read(); part && !part.done && !abortSignal.aborted; part = await reader!.read()) {
        chunks.push(part.value);
        loaded += part.value.byteLength;
        this.#setReadyState(readyStates.LOADING);
        this.#fire('progress', loaded, total);
      }
      return concat(chunks);
    }

    #decode(bytes: ArrayBuffer): unknown {
      if (this.responseType === 'arraybuffer') return bytes;
      if (this.responseType === 'blob') return new Blob([bytes]);
      const text = new TextDecoder().decode(bytes);
      return this.responseType === 'json' ? (JSON.parse(text) as unknown) : text;
    }

    #end(eventType: 'load' | 'error' | 'abort' | 'timeout', loaded = 0): void {
      this.#setReadyState(readyStates.DONE);
      this.#fire(eventType, loaded, loaded);
      this.#fire('loadend', loaded, loaded);
    }

    #setReadyState(phase: number): void {
      this.readyState = phase;
      this.#fire('readystatechange', 0, 0);
    }

    #fire(type: string, loaded: number, total: number): void {
      const event = new ProgressEvent(type, { loaded, total, lengthComputable: total > 0 });
      this[`on${type}` as 'onload']?.(event);
      this.dispatchEvent(event);
    }
  };
}
