import type { UrlKind } from '../../policy/policy.js';
import { PlayerError, toPlayerError } from '../error.js';
import type { Guard } from '../guard.js';
import { isForeign } from './body-check.js';
import { limits, type Cause } from './policy.js';
import { redactUrl } from '../../lib/redact.js';

/** What one try brought that cannot be used. */
export class Failure extends Error {
  constructor(
    override readonly cause: Cause,
    readonly error: PlayerError,
    /** Milliseconds, where the server asked for a pause. */
    readonly retryAfter = 0,
    /** The answer itself, where there was one. */
    readonly response?: Response
  ) {
    super(error.message);
  }
}

/** An answer that began well: its headers are here and its bytes are on their way. */
export interface Begun {
  readonly response: Response;
  /** The next bytes, or undefined at the end. Rejects with a `Failure` when they stop coming. */
  read(): Promise<Uint8Array | undefined>;
  cancel(): void;
}

/** Why a request failed that got no answer. */
export function causeOfError({ code, retryable }: PlayerError): Cause {
  if (!retryable) return 'hopeless';
  return code === 'network/timeout' ? 'silent' : 'lost';
}

const causes: Readonly<Record<number, Cause>> = { 401: 'refused', 403: 'refused', 404: 'missing', 410: 'missing' };

export function causeOf(status: number): Cause {
  const known = causes[status];
  if (known) return known;
  return status >= 500 || [408, 425, 429].includes(status) ? 'busy' : 'missing';
}

/** Milliseconds that a `Retry-After` header asks for (RFC 9110, 10.2.3): seconds or a date; 0 when it says nothing readable. */
export function retryAfter(header: string | null, now = Date.now()): number {
  if (!header) return 0;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

const codes = { refused: 'source/not-authorised', missing: 'source/not-found', busy: 'network/http' } as const;

function failedStatus(response: Response, url: URL): Failure {
  const { status, headers } = response;
  const cause = causeOf(status) as keyof typeof codes;
  const error = new PlayerError(codes[cause], `The server answered with ${status}.`, { status, url: redactUrl(url) });
  return new Failure(cause, error, retryAfter(headers.get('retry-after')), response);
}

/** Ends a request that brings no byte for too long. Unlike `AbortSignal.timeout`, it can be let go, and holds nothing afterwards. */
export class Silence {
  readonly signal: AbortSignal;
  readonly #end = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal) {
    this.signal = AbortSignal.any([signal, this.#end.signal]);
    signal.addEventListener('abort', () => this.rest(), { once: true, signal: this.#end.signal });
  }

  wait(ms: number): void {
    this.rest();
    this.#timer = setTimeout(() => this.#end.abort(new DOMException('No byte came.', 'TimeoutError')), ms);
  }

  /** Nobody is asking for bytes: the silence is the player's own. */
  rest(): void {
    clearTimeout(this.#timer);
  }

  end(): void {
    this.rest();
    this.#end.abort();
  }
}

/**
 * Makes one try at a request, with a limit on silence and not on time: a slow line is no fault.
 * @throws Failure when nothing usable came; the signal's reason when it aborted
 */
export async function attempt(guard: Guard, url: URL, kind: UrlKind, init: RequestInit, signal: AbortSignal): Promise<Begun> {
  const silence = new Silence(signal);
  const lost = (cause: unknown): Error => {
    silence.end();
    if (signal.aborted) return signal.reason as Error;
    if (cause instanceof Failure) return cause;
    const error =
      cause instanceof DOMException
        ? new PlayerError('network/timeout', `${url.host} stopped answering.`, { cause, url: redactUrl(url) })
        : toPlayerError(cause, 'network/unreachable');
    return new Failure(causeOfError(error), error);
  };
  try {
    silence.wait(limits.firstByte);
    const response = await guard.fetch(url, kind, { ...init, signal: silence.signal });
    if (!response.ok) {
      silence.end();
      throw failedStatus(response, url);
    }
    const reader = response.body?.getReader();
    const next = async () => {
      silence.wait(limits.nextByte);
      const part = await reader?.read();
      silence.rest();
      return part?.value;
    };
    let first = await next();
    if (kind === 'segment' && first && isForeign(first)) {
      throw new Failure('foreign', new PlayerError('media/not-media', 'The server sent a page and not a video.', { url: redactUrl(url) }));
    }
    return {
      response,
      async read() {
        try {
          const ready = first;
          first = undefined;
          return ready ?? (await next());
        } catch (cause) {
          throw lost(cause);
        }
      },
      cancel: () => silence.end()
    };
  } catch (cause) {
    throw lost(cause);
  }
}
