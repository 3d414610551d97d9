import { recordDownload } from './bandwidth-estimate.js';

/** Times of one fetch, in milliseconds of `performance.now()`; `end` is set only for a complete body. */
export interface FetchTiming {
  readonly start: number;
  readonly first: number;
  end?: number;
}

/** A completely received response, which can be replayed later. */
export interface WholeResponse {
  readonly bytes: ArrayBuffer;
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly timing: FetchTiming;
}

const timings = new WeakMap<Response, FetchTiming>();

/** Returns when a response's request was sent and its parts arrived; prefetched responses keep their original times. */
export function timingOf(response: Response): FetchTiming {
  const now = performance.now();
  return timings.get(response) ?? { start: now, first: now };
}

/** Returns the response with the URL `url`. It calls `onBytes` with the size of each chunk of the body, and measures the bandwidth. */
export function meterBody(response: Response, url: string, start: number, onBytes: (bytes: number) => void): Response {
  const timing = { start, first: performance.now() };
  let bytes = 0;
  // In WebKit, a redirect that is not followed has an empty body, but its status of 0 is none that a new response may have.
  if (!response.body || response.type === 'opaqueredirect') return setUrlAndTiming(response, url, timing);
  const countedBody = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onBytes(chunk.byteLength);
        bytes += chunk.byteLength;
        controller.enqueue(chunk);
      },
      flush: () => recordDownload(bytes, performance.now() - timing.first)
    })
  );
  return setUrlAndTiming(new Response(countedBody, response), url, timing);
}

/** A response that is read at once, without waiting for a consumer: available as a stream at any time, and as a whole when complete. */
export interface EagerResponse {
  readonly response: Response;
  readonly whole: Promise<WholeResponse>;
}

/** Starts to read a response before there is a consumer. */
export function readEagerly(response: Response): EagerResponse {
  const timing = timingOf(response);
  const [consumerStream, copyStream] = response.body?.tee() ?? [null, null];
  const { status, statusText, headers, url } = response;
  const whole = new Response(copyStream).arrayBuffer().then((bytes) => {
    timing.end = performance.now();
    return { bytes, url, status, statusText, headers, timing };
  });
  // The consumer of the response receives the same error.
  whole.catch(() => undefined);
  return { response: setUrlAndTiming(new Response(consumerStream, response), url, timing), whole };
}

/** Reads a response to its end; calls `onChunk` after each chunk of the body. */
export async function readWhole(response: Response, onChunk: () => void): Promise<WholeResponse> {
  const { status, statusText, headers, url } = response;
  const watched = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onChunk();
        controller.enqueue(chunk);
      }
    })
  );
  const bytes = await new Response(watched).arrayBuffer();
  return { bytes, url, status, statusText, headers, timing: { ...timingOf(response), end: performance.now() } };
}

/** Creates a `Response` from a whole response with its original times, because ABR would otherwise overestimate the bandwidth. */
export function replay({ bytes, url, status, statusText, headers, timing }: WholeResponse): Response {
  const bodiless = status === 204 || status === 205 || status === 304;
  return setUrlAndTiming(new Response(bodiless ? null : bytes, { status, statusText, headers }), url, timing);
}

/** Returns a response with the URL and times of the response whose body it contains. */
export const withTimingOf = (response: Response, original: Response): Response =>
  setUrlAndTiming(response, original.url, timingOf(original));

/** Sets the URL and times, because `new Response` has no URL and engines resolve relative URLs against it. */
function setUrlAndTiming(response: Response, url: string, timing: FetchTiming): Response {
  if (response.url !== url) Object.defineProperty(response, 'url', { value: url });
  timings.set(response, timing);
  return response;
}
