import type { RequestKind } from '../../policy/policy.js';
import { concat } from '../../lib/concat.js';
import { redactUrl } from '../../lib/redact.js';
import { PlayerError } from '../error.js';
import type { Guard } from '../network/guard.js';
import type { MediaGuard } from '../network/media-guard.js';
import type { RequestLog } from '../network/request-log.js';
import { withTimingOf, type WholeResponse } from '../network/response-timing.js';
import type { SourceType } from '../source.js';
import { fetchOnce, RequestFailure, type StreamingResponse } from './fetch-once.js';
import { TruncationCheck } from './segment-check.js';
import { emptySegment, syntheticResponse } from './empty-segment.js';
import { noHandler, type MissingSegmentHandler } from './missing-segment-handler.js';
import type { AttemptMonitor } from './attempt-monitor.js';
import { RequestRetry } from './request-retry.js';
import { manifestFailure } from './manifest-check.js';

/** Returns the identifier of a segment: its URL and its byte range, if several share a file; `range` is the value of the `Range` header. */
export const segmentId = (url: URL | string, range?: string | null): string => (range ? `${url} ${range}` : `${url}`);

/** A request with its retries. */
interface MediaRequest {
  readonly url: URL;
  readonly id: string;
  readonly kind: RequestKind;
  readonly init: RequestInit;
  readonly retry: RequestRetry;
}

/** Time for which a missing segment is not requested again. */
const missingMs = 60_000;
/** Time for which the response of a missing segment stays incomplete, so that the engine can abort it and switch to another rendition. */
const pendingTimeoutMs = 1500;

/**
 * The guard that engines use. It retries every request for a manifest, a segment, a key or a text itself, by the same rules, because
 * engines differ in what they retry, how often, and when they give up. An engine receives a complete response, or the answer by which it
 * understands that the segment is missing.
 */
export class RetryingGuard implements MediaGuard {
  readonly capabilityQueries: boolean;
  readonly #inner: Guard;
  readonly #monitor: AttemptMonitor;
  readonly #missingSince = new Map<string, number>();
  readonly #expectedType: SourceType | undefined;
  #checkedManifest: ArrayBuffer | undefined;
  #handler = noHandler;

  /**
   * `expected` is the manifest type that the engine reads; other manifests fail. `checked` is a manifest that the player has already
   * validated and does not parse again when the engine requests it.
   */
  constructor(inner: Guard, monitor: AttemptMonitor, expected?: SourceType, checked?: WholeResponse) {
    this.#inner = inner;
    this.capabilityQueries = inner.capabilityQueries;
    this.#monitor = monitor;
    this.#expectedType = expected;
    this.#checkedManifest = checked?.bytes;
  }

  /** Sets the handler of the engine that uses this guard. */
  handleMissingSegments(handler: MissingSegmentHandler): void {
    this.#handler = handler;
  }

  get base(): URL {
    return this.#inner.base;
  }

  get log(): RequestLog {
    return this.#inner.log;
  }

  admit(url: string | URL, kind: RequestKind): URL {
    return this.#inner.admit(url, kind);
  }

  allows(url: URL, kind: RequestKind): boolean {
    return this.#inner.allows(url, kind);
  }

  signedUrl(url: string | URL, kind: RequestKind): Promise<string> {
    return this.#inner.signedUrl(url, kind);
  }

  /** The guard without retries, for requests that are made once, such as probing a file. */
  get direct(): Guard {
    return this.#inner;
  }

  async fetch(url: string | URL, kind: RequestKind, init: RequestInit = {}): Promise<Response> {
    const admitted = this.admit(url, kind);
    const id = segmentId(admitted, new Headers(init.headers).get('range'));
    const signal = init.signal ? AbortSignal.any([init.signal, this.#monitor.signal]) : this.#monitor.signal;
    const retry = new RequestRetry(this.#monitor, kind, signal, () => this.#handler.missingSegmentFacts(id));
    const request = { url: admitted, id, kind, init, retry };
    if (kind === 'manifest') {
      this.#monitor.recordRequestStart(request, signal);
      return this.#fetchManifest(request).finally(() => this.#monitor.recordRequestEnd(request));
    }
    if (kind === 'segment' || kind === 'key' || kind === 'text') return this.#fetchMedia(request);
    return this.#inner.fetch(admitted, kind, init);
  }

  /** Marks a segment as missing: for a minute it is not requested again. */
  markMissing(id: string): void {
    this.#missingSince.set(id, performance.now());
  }

  /** Whether a segment was recently marked as missing. */
  isMissing(id: string): boolean {
    return performance.now() - (this.#missingSince.get(id) ?? -Infinity) < missingMs;
  }

  async #fetchManifest({ url, init, retry }: MediaRequest): Promise<Response> {
    for (;;) {
      try {
        const incoming = await fetchOnce(this.#inner, url, 'manifest', init, retry.signal);
        const parts: Uint8Array[] = [];
        for (let part = await incoming.read(); part; part = await incoming.read()) parts.push(part);
        const bytes = concat(parts);
        const unchanged = this.#checkedManifest && equalBytes(bytes, this.#checkedManifest);
        this.#checkedManifest = undefined;
        const failure = unchanged ? undefined : manifestFailure(bytes, url, this.#expectedType);
        if (failure) throw failure;
        retry.onSuccess();
        this.#monitor.recordManifest(url.href, bytes);
        return withTimingOf(new Response(bytes, incoming.response), incoming.response);
      } catch (failure) {
        if ((await retry.onFailure(failure)) === 'retry') continue;
        const { response, error } = failure as RequestFailure;
        if (response) return response;
        throw error;
      }
    }
  }

  async #fetchMedia(request: MediaRequest): Promise<Response> {
    if (this.isMissing(request.id)) return this.#answerMissing(request);
    if (request.kind !== 'text') this.#monitor.recordRequestStart(request, request.retry.signal);
    let incoming: StreamingResponse | Response | undefined;
    try {
      incoming = await this.#fetchWithRetries(request);
    } finally {
      if (!incoming || incoming instanceof Response) this.#monitor.recordRequestEnd(request);
    }
    if (incoming instanceof Response) return incoming;
    return withTimingOf(new Response(this.#streamBody(request, incoming), incoming.response), incoming.response);
  }

  async #fetchWithRetries(request: MediaRequest): Promise<StreamingResponse | Response> {
    const { url, id, kind, init, retry } = request;
    for (;;) {
      try {
        return await fetchOnce(this.#inner, url, kind, init, retry.signal);
      } catch (failure) {
        if ((await retry.onFailure(failure)) === 'retry') continue;
        const { reason, response, error } = failure as RequestFailure;
        if (kind === 'segment' && reason !== 'not-retryable') {
          this.markMissing(id);
          return this.#answerMissing(request, response);
        }
        if (response) return response;
        throw error;
      }
    }
  }

  /** Returns the body as one stream; when the connection breaks, a retry requests it again and skips what was delivered. */
  #streamBody(request: MediaRequest, first: StreamingResponse): ReadableStream<Uint8Array> {
    const { url, id, kind, init, retry } = request;
    let incoming = first;
    let delivered = 0;
    let position = 0;
    let check = new TruncationCheck();
    const finish = () => this.#monitor.recordRequestEnd(request);
    const skipCheck = kind !== 'segment' || new Headers(init.headers).has('range') || this.#handler.mayBeCut(id);
    const readPart = async (): Promise<Uint8Array | undefined> => {
      for (;;) {
        try {
          const part = await incoming.read();
          if (!part) {
            if (!skipCheck && check.truncated)
              throw new RequestFailure(
                'truncated',
                new PlayerError('media/decode', 'The segment ends too early.', { url: redactUrl(url) })
              );
            retry.onSuccess();
            return undefined;
          }
          check.add(part);
          this.#monitor.recordMedia();
          const unread = part.subarray(Math.max(0, delivered - position));
          position += part.byteLength;
          if (unread.byteLength === 0) continue;
          delivered += unread.byteLength;
          return unread;
        } catch (failure) {
          const decision = await retry.onFailure(failure);
          const newResponse = decision === 'retry' ? await this.#fetchWithRetries(request) : undefined;
          if (!newResponse || newResponse instanceof Response) {
            this.markMissing(id);
            this.#handler.onMissingSegment(id);
            throw failure instanceof RequestFailure ? failure.error : (failure as Error);
          }
          incoming = newResponse;
          position = 0;
          check = new TruncationCheck();
        }
      }
    };
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const part = await readPart().catch((error: unknown) => {
            finish();
            throw error;
          });
          if (part) return controller.enqueue(part);
          finish();
          controller.close();
        },
        cancel: () => (finish(), incoming.cancel())
      },
      { highWaterMark: 0 }
    );
  }

  #answerMissing({ url, id, retry }: MediaRequest, errorResponse?: Response): Response {
    const answer = this.#handler.onMissingSegment(id);
    if (answer === 'error-response') return errorResponse ?? new Response(null, { status: 404, statusText: 'Request given up' });
    const empty = emptySegment(url);
    if (answer === 'empty-segment') return syntheticResponse(empty, url);
    const pendingBody = new ReadableStream<Uint8Array>({
      start(controller) {
        // Even an empty chunk makes dash.js abandon the request: it checks its abandon rules on any progress event.
        controller.enqueue(new Uint8Array(0));
        const timer = setTimeout(() => (controller.enqueue(empty), controller.close()), pendingTimeoutMs);
        retry.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
      }
    });
    return syntheticResponse(pendingBody, url);
  }
}

function equalBytes(one: ArrayBuffer, other: ArrayBuffer): boolean {
  if (one.byteLength !== other.byteLength) return false;
  const [oneBytes, otherBytes] = [new Uint8Array(one), new Uint8Array(other)];
  return oneBytes.every((byte, at) => byte === otherBytes[at]);
}
