import type { RequestKind } from '../../policy/policy.js';
import { PlayerError, toPlayerError } from '../error.js';
import type { Guard } from '../network/guard.js';
import { httpError } from '../network/http-error.js';
import { isNotMedia } from './segment-check.js';
import { limits } from './limits.js';
import type { FailureReason } from './recovery-rules.js';
import { redactUrl } from '../../lib/redact.js';

/** The failure of one try of a request. */
export class RequestFailure extends Error {
  constructor(
    readonly reason: FailureReason,
    readonly error: PlayerError,
    /** The server's `Retry-After` in milliseconds, or 0. */
    readonly retryAfter = 0,
    /** The response, if there was one. */
    readonly response?: Response
  ) {
    super(error.message);
  }
}

/** A response whose headers have arrived and whose body is being received. */
export interface StreamingResponse {
  readonly response: Response;
  /** Resolves to the next bytes, or to undefined at the end. Rejects with a `RequestFailure` when the stream breaks. */
  read(): Promise<Uint8Array | undefined>;
  cancel(): void;
}

/**
 * Returns the reason of a failure without a response. The page's `requestHook` failed if the code is `source/not-authorised`: it counts as a
 * failed connection, because most hooks fetch a token.
 */
export function failureReasonOfError({ code, retryable }: PlayerError): FailureReason {
  if (!retryable) return 'not-retryable';
  return code === 'network/timeout' ? 'timeout' : 'connection-failed';
}

/** Returns the reason of a failure with a response, by its HTTP status. */
export function failureReasonOfStatus(status: number): FailureReason {
  if (status === 401 || status === 403) return 'not-authorised';
  return status >= 500 || [408, 425, 429].includes(status) ? 'server-busy' : 'client-error';
}

/** Returns the milliseconds that a `Retry-After` header requests (RFC 9110, 10.2.3), as seconds or a date; 0 when it is unreadable. */
export function parseRetryAfter(header: string | null, now = Date.now()): number {
  if (!header) return 0;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

/** Aborts a request that receives no byte for too long. Unlike `AbortSignal.timeout`, it can be cancelled and then holds no timer. */
export class IdleTimeout {
  readonly signal: AbortSignal;
  readonly #end = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal) {
    this.signal = AbortSignal.any([signal, this.#end.signal]);
    signal.addEventListener('abort', () => this.stop(), { once: true, signal: this.#end.signal });
  }

  start(ms: number): void {
    this.stop();
    this.#timer = setTimeout(() => this.#end.abort(new DOMException('The server sent no data in time.', 'TimeoutError')), ms);
  }

  /** Stops the timer, for example while no read is pending. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  abort(): void {
    this.stop();
    this.#end.abort();
  }
}

/**
 * Makes one try of a request. It limits the time without data, not the total time, because a slow network is not a failure.
 * @throws RequestFailure when nothing usable is received; the signal's reason when it aborts
 */
export async function fetchOnce(
  guard: Guard,
  url: URL,
  kind: RequestKind,
  init: RequestInit,
  signal: AbortSignal
): Promise<StreamingResponse> {
  const idleTimeout = new IdleTimeout(signal);
  const toFailure = (thrown: unknown): Error => {
    idleTimeout.abort();
    if (signal.aborted) return signal.reason as Error;
    if (thrown instanceof RequestFailure) return thrown;
    // A DOMException is the reason of the idle timeout: an abort of the caller's signal has returned above, the guard throws a PlayerError
    // for a failed request, and a body that breaks throws a TypeError.
    const error =
      thrown instanceof DOMException
        ? new PlayerError('network/timeout', `${url.host} stopped responding.`, { cause: thrown, url: redactUrl(url) })
        : toPlayerError(thrown, 'network/unreachable');
    return new RequestFailure(failureReasonOfError(error), error);
  };
  try {
    idleTimeout.start(limits.responseTimeoutMs);
    const response = await guard.fetch(url, kind, { ...init, signal: idleTimeout.signal });
    if (!response.ok) {
      idleTimeout.abort();
      const error = httpError(response.status, url)!;
      const retryAfter = parseRetryAfter(response.headers.get('retry-after'));
      throw new RequestFailure(failureReasonOfStatus(response.status), error, retryAfter, response);
    }
    const reader = response.body?.getReader();
    const readChunk = async () => {
      idleTimeout.start(limits.nextByteTimeoutMs);
      const part = await reader?.read();
      idleTimeout.stop();
      return part?.value;
    };
    let firstChunk = await readChunk();
    if (kind === 'segment' && firstChunk && isNotMedia(firstChunk)) {
      throw new RequestFailure(
        'unusable-body',
        new PlayerError('media/not-media', 'The server sent a web page instead of video.', { url: redactUrl(url) })
      );
    }
    return {
      response,
      async read() {
        try {
          const chunk = firstChunk;
          firstChunk = undefined;
          return chunk ?? (await readChunk());
        } catch (thrown) {
          throw toFailure(thrown);
        }
      },
      cancel: () => idleTimeout.abort()
    };
  } catch (thrown) {
    throw toFailure(thrown);
  }
}
