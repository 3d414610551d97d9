/** Moments of one fetch, in milliseconds of `performance.now()`; `end` is known only for a body that is whole. */
export interface FetchTiming {
  readonly start: number;
  readonly first: number;
  readonly end?: number;
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
  if (!response.body) return label(response, url, timing);
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onBytes(chunk.byteLength);
        controller.enqueue(chunk);
      }
    })
  );
  return label(new Response(counted, response), url, timing);
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
