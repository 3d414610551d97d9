import { concat } from '../../lib/concat.js';
import type { Guard } from '../guard.js';
import type { KindOf } from './realm.js';

type Handler = ((event: ProgressEvent) => void) | null;
const phases = { UNSENT: 0, OPENED: 1, HEADERS_RECEIVED: 2, LOADING: 3, DONE: 4 } as const;

/**
 * `XMLHttpRequest` as an engine sees it: the parts of the standard that engines use, carried out by the guard.
 *
 * Synchronous requests, uploads' progress and `responseXML` are left out: no engine asks for them. `withCredentials` is taken
 * and ignored, for the publisher decides about cookies and the manifest does not.
 */
export function sealedXMLHttpRequest(guard: Guard, kindOf: KindOf): new () => EventTarget {
  return class SealedXMLHttpRequest extends EventTarget {
    static readonly UNSENT = phases.UNSENT;
    static readonly OPENED = phases.OPENED;
    static readonly HEADERS_RECEIVED = phases.HEADERS_RECEIVED;
    static readonly LOADING = phases.LOADING;
    static readonly DONE = phases.DONE;

    onreadystatechange: Handler = null;
    onloadstart: Handler = null;
    onprogress: Handler = null;
    onload: Handler = null;
    onerror: Handler = null;
    onabort: Handler = null;
    ontimeout: Handler = null;
    onloadend: Handler = null;

    readyState: number = phases.UNSENT;
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
    #answer = new Headers();
    #life = new AbortController();

    get responseText(): string {
      return typeof this.response === 'string' ? this.response : '';
    }

    open(method: string, url: string | URL): void {
      this.#life.abort();
      this.#life = new AbortController();
      this.#method = method;
      // Absolute from here on, as the browser's own would be; what cannot be read is refused when it is sent.
      this.#url = URL.canParse(url, guard.base) ? new URL(url, guard.base).href : String(url);
      this.#headers = new Headers();
      this.#enter(phases.OPENED);
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers.append(name, value);
    }

    getResponseHeader(name: string): string | null {
      return this.#answer.get(name);
    }

    getAllResponseHeaders(): string {
      return [...this.#answer].map(([name, value]) => `${name}: ${value}\r\n`).join('');
    }

    overrideMimeType(): void {}

    send(body: BodyInit | null = null): void {
      void this.#send(body, this.#life.signal);
    }

    abort(): void {
      const running = this.readyState > phases.UNSENT && this.readyState < phases.DONE;
      this.#life.abort();
      if (running) this.#end('abort');
      this.readyState = phases.UNSENT;
    }

    async #send(body: BodyInit | null, life: AbortSignal): Promise<void> {
      const limit = this.timeout > 0 ? AbortSignal.timeout(this.timeout) : undefined;
      const signal = limit ? AbortSignal.any([life, limit]) : life;
      this.#fire('loadstart', 0, 0);
      try {
        const response = await guard.fetch(this.#url, kindOf(this.#url), { method: this.#method, headers: this.#headers, body, signal });
        if (life.aborted) return;
        this.status = response.status;
        this.statusText = response.statusText;
        this.responseURL = response.url;
        this.#answer = response.headers;
        this.#enter(phases.HEADERS_RECEIVED);
        const bytes = await this.#read(response, life);
        if (life.aborted) return;
        this.response = this.#decode(bytes);
        this.#end('load', bytes.byteLength);
      } catch {
        if (life.aborted) return;
        this.status = 0;
        this.response = null;
        this.#end(limit?.aborted ? 'timeout' : 'error');
      }
    }

    async #read(response: Response, life: AbortSignal): Promise<ArrayBuffer> {
      const total = Number(response.headers.get('content-length'));
      const pieces: Uint8Array[] = [];
      let loaded = 0;
      const reader = response.body?.getReader();
      for (let part = await reader?.read(); part && !part.done && !life.aborted; part = await reader!.read()) {
        pieces.push(part.value);
        loaded += part.value.byteLength;
        this.#enter(phases.LOADING);
        this.#fire('progress', loaded, total);
      }
      return concat(pieces);
    }

    #decode(bytes: ArrayBuffer): unknown {
      if (this.responseType === 'arraybuffer') return bytes;
      if (this.responseType === 'blob') return new Blob([bytes]);
      const text = new TextDecoder().decode(bytes);
      return this.responseType === 'json' ? (JSON.parse(text) as unknown) : text;
    }

    #end(how: 'load' | 'error' | 'abort' | 'timeout', loaded = 0): void {
      this.#enter(phases.DONE);
      this.#fire(how, loaded, loaded);
      this.#fire('loadend', loaded, loaded);
    }

    #enter(phase: number): void {
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
