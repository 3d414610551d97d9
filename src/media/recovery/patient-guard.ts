import type { UrlKind } from '../../policy/policy.js';
import { concat } from '../../lib/concat.js';
import { redactUrl } from '../../lib/redact.js';
import { PlayerError } from '../error.js';
import { Guard } from '../guard.js';
import { withOrigin, type WholeResponse } from '../meter.js';
import { attempt, Failure, type Begun } from './attempt.js';
import { CutCheck } from './body-check.js';
import { placeholder } from './placeholder.js';
import type { Neighbours } from './policy.js';
import type { Recovery } from './recovery.js';
import { Trial } from './trial.js';
import { manifestFailure } from './manifest-check.js';

/** What an engine wants to be told of a segment that is missing for good. */
export type Without =
  /** The refusal, as it came: the engine will look for another rendition by itself. */
  | 'refusal'
  /** Nothing yet: the engine is being moved to another rendition and will let go. */
  | 'silence'
  /** An empty segment: the engine goes on to the next. */
  | 'nothing';

/** What names a segment: its URL, and which bytes of it where several share a file; `range` as in the header of that name. */
export const addressOf = (url: URL | string, range?: string | null): string => (range ? `${url} ${range}` : `${url}`);

/** A request with all its tries. */
interface Asked {
  readonly url: URL;
  readonly address: string;
  readonly kind: UrlKind;
  readonly init: RequestInit;
  readonly trial: Trial;
}

/** Milliseconds for which a segment that was missing is not asked for again, and an engine has to let go of a request. */
const memory = 60_000;
const letGo = 1500;

/**
 * The guard as an engine sees it: the same door, with patience.
 *
 * Engines differ in what they retry, how often, and after what they never try again; so they are left to play, and every request
 * for a manifest, a segment or a key is tried here, by one policy. What comes through is whole, or an engine is told in its own
 * way to do without it.
 */
export class PatientGuard extends Guard {
  override readonly book;
  /** Asked when a segment is missing for good, by its address. */
  doWithout: (address: string) => Without = () => 'refusal';

  /** What is known of other segments than the one at an address. */
  neighboursOf: (address: string) => Neighbours = () => ({ elsewhere: false, missed: 0 });

  readonly #inner: Guard;
  readonly #recovery: Recovery;
  readonly #missing = new Map<string, number>();

  #checked: number | undefined;

  /** `checked` is a manifest that has been looked at already, and need not be parsed once more when the engine asks for it. */
  constructor(inner: Guard, recovery: Recovery, checked?: WholeResponse) {
    super({ page: inner.base, base: inner.base, rules: () => [] });
    this.#inner = inner;
    this.#recovery = recovery;
    this.book = inner.book;
    this.#checked = checked?.bytes.byteLength;
  }

  override admit(url: string | URL, kind: UrlKind): URL {
    return this.#inner.admit(url, kind);
  }

  override allows(url: URL, kind: UrlKind): boolean {
    return this.#inner.allows(url, kind);
  }

  override address(url: string | URL, kind: UrlKind): Promise<string> {
    return this.#inner.address(url, kind);
  }

  /** The guard without the patience: for what is asked once, and about a file rather than for it. */
  get plain(): Guard {
    return this.#inner;
  }

  override async fetch(url: string | URL, kind: UrlKind, init: RequestInit = {}): Promise<Response> {
    const admitted = this.admit(url, kind);
    const address = addressOf(admitted, new Headers(init.headers).get('range'));
    const signal = init.signal ? AbortSignal.any([init.signal, this.#recovery.signal]) : this.#recovery.signal;
    const trial = new Trial(this.#recovery, kind, signal, () => this.neighboursOf(address));
    const asked = { url: admitted, address, kind, init, trial };
    if (kind === 'manifest') return this.#manifest(asked);
    if (kind === 'segment' || kind === 'key' || kind === 'text') return this.#media(asked);
    return this.#inner.fetch(admitted, kind, init);
  }

  /** Gives up on a segment that came and could not be decoded. */
  giveUpOn(address: string): void {
    this.#missing.set(address, performance.now());
  }

  /** Whether a segment was given up on lately. */
  isMissing(address: string): boolean {
    return performance.now() - (this.#missing.get(address) ?? -Infinity) < memory;
  }

  async #manifest({ url, init, trial }: Asked): Promise<Response> {
    for (;;) {
      try {
        const begun = await attempt(this.#inner, url, 'manifest', init, trial.signal);
        const parts: Uint8Array[] = [];
        for (let part = await begun.read(); part; part = await begun.read()) parts.push(part);
        const bytes = concat(parts);
        const failure = bytes.byteLength === this.#checked ? undefined : manifestFailure(bytes, url);
        this.#checked = undefined;
        if (failure) throw failure;
        trial.succeeded();
        this.#recovery.sawManifest(url.href, bytes);
        return withOrigin(new Response(bytes, begun.response), begun.response);
      } catch (failure) {
        if ((await trial.failed(failure)) === 'again') continue;
        const { response, error } = failure as Failure;
        if (response) return response;
        throw error;
      }
    }
  }

  async #media(asked: Asked): Promise<Response> {
    if (this.isMissing(asked.address)) return this.#without(asked);
    const begun = await this.#begin(asked);
    if (begun instanceof Response) return begun;
    return withOrigin(new Response(this.#body(asked, begun), begun.response), begun.response);
  }

  async #begin(asked: Asked): Promise<Begun | Response> {
    const { url, address, kind, init, trial } = asked;
    for (;;) {
      try {
        return await attempt(this.#inner, url, kind, init, trial.signal);
      } catch (failure) {
        if ((await trial.failed(failure)) === 'again') continue;
        const { cause, response, error } = failure as Failure;
        if (kind === 'segment' && cause !== 'hopeless') {
          this.giveUpOn(address);
          return this.#without(asked, response);
        }
        if (response) return response;
        throw error;
      }
    }
  }

  /** The body as one stream, whatever happens on the way: a try that breaks off is taken up by the next where it ended. */
  #body(asked: Asked, first: Begun): ReadableStream<Uint8Array> {
    const { url, address, kind, init, trial } = asked;
    let begun = first;
    let handed = 0;
    let place = 0;
    let check = new CutCheck();
    const whole = kind !== 'segment' || new Headers(init.headers).has('range');
    const next = async (): Promise<Uint8Array | undefined> => {
      for (;;) {
        try {
          const part = await begun.read();
          if (!part) {
            if (!whole && check.cut)
              throw new Failure('cut', new PlayerError('media/decode', 'The segment ends too early.', { url: redactUrl(url) }));
            trial.succeeded();
            return undefined;
          }
          check.take(part);
          this.#recovery.sawMedia();
          const fresh = part.subarray(Math.max(0, handed - place));
          place += part.byteLength;
          if (fresh.byteLength === 0) continue;
          handed += fresh.byteLength;
          return fresh;
        } catch (failure) {
          const step = await trial.failed(failure);
          const again = step === 'again' ? await this.#begin(asked) : undefined;
          if (!again || again instanceof Response) {
            this.giveUpOn(address);
            this.doWithout(address);
            throw failure instanceof Failure ? failure.error : (failure as Error);
          }
          begun = again;
          place = 0;
          check = new CutCheck();
        }
      }
    };
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const part = await next();
          if (part) controller.enqueue(part);
          else controller.close();
        },
        cancel: () => begun.cancel()
      },
      { highWaterMark: 0 }
    );
  }

  #without({ url, address, trial }: Asked, refusal?: Response): Response {
    const without = this.doWithout(address);
    if (without === 'refusal') return refusal ?? new Response(null, { status: 404, statusText: 'Given up on' });
    const empty = placeholder(url);
    if (without === 'nothing') return made(empty, url);
    const hold = new ReadableStream<Uint8Array>({
      start(controller) {
        // A sign of life without a byte makes dash.js ask its rules, and they make it abandon the request.
        controller.enqueue(new Uint8Array(0));
        const timer = setTimeout(() => (controller.enqueue(empty), controller.close()), letGo);
        trial.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
      }
    });
    return made(hold, url);
  }
}

/** An answer that no server gave. */
function made(body: BodyInit, { href }: URL): Response {
  const response = new Response(body);
  Object.defineProperty(response, 'url', { value: href });
  return response;
}
