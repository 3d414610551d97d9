import { sawDownload } from './head-start/bandwidth.js';

/** Moments of one fetch, in milliseconds of `performance.now()`; `end` is known only for a body that is whole. */
export interface FetchTiming {
  readonly start: number;
  readonly first: number;
  end?: number;
}

/** A response that has come in completely and can be handed over as if it came just now. */
export interface WholeResponse {
  readonly bytes: ArrayBuffer;
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly timing: FetchTiming;
}

const timings = new WeakMap<Response, FetchTiming>();

/** When a response's request started and its parts arrived: the truth, also for a body that was fetched early. */
export function timingOf(response: Response): FetchTiming {
  const now = performance.now();
  return timings.get(response) ?? { start: now, first: now };
}

/** The same response under the address `url`, with every byte of its body reported as it passes. */
export function meter(response: Response, url: string, start: number, onBytes: (bytes: number) => void): Response {
  const timing = { start, first: performance.now() };
  let bytes = 0;
  if (!response.body) return label(response, url, timing);
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onBytes(chunk.byteLength);
        bytes += chunk.byteLength;
        controller.enqueue(chunk);
      },
      flush: () => sawDownload(bytes, performance.now() - timing.first)
    })
  );
  return label(new Response(counted, response), url, timing);
}

/** A response that is read as it comes, whoever waits for it: to be handed over at any moment, and as a whole when all is here. */
export interface Early {
  readonly response: Response;
  readonly whole: Promise<WholeResponse>;
}

/** Reads a response without anybody asking for its bytes yet. */
export function readEarly(response: Response): Early {
  const timing = timingOf(response);
  const [kept, read] = response.body?.tee() ?? [null, null];
  const { status, statusText, headers, url } = response;
  const whole = new Response(read).arrayBuffer().then((bytes) => {
    timing.end = performance.now();
    return { bytes, url, status, statusText, headers, timing };
  });
  // Whoever gets the response meets the same fault there.
  whole.catch(() => undefined);
  return { response: label(new Response(kept, response), url, timing), whole };
}

/** Reads a response to its end. */
export async function readWhole(response: Response): Promise<WholeResponse> {
  const { status, statusText, headers, url } = response;
  const bytes = await response.arrayBuffer();
  return { bytes, url, status, statusText, headers, timing: { ...timingOf(response), end: performance.now() } };
}

/** A whole response as a new `Response`, with its true times, so that an estimate of the bandwidth stays honest. */
export function replay({ bytes, url, status, statusText, headers, timing }: WholeResponse): Response {
  const bodiless = status === 204 || status === 205 || status === 304;
  return label(new Response(bodiless ? null : bytes, { status, statusText, headers }), url, timing);
}

/** A response made from another one's body, with that one's address and times. */
export const withOrigin = (response: Response, origin: Response): Response => label(response, origin.url, timingOf(origin));

/** `new Response` forgets where its body came from; engines resolve relative URLs against it. */
function label(response: Response, url: string, timing: FetchTiming): Response {
  if (response.url !== url) Object.defineProperty(response, 'url', { value: url });
  timings.set(response, timing);
  return response;
}
