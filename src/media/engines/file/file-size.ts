/**
 * Returns the size of the whole file in bytes from a response to a request for all bytes from `start` on; undefined when the response is
 * something else. A page can read `Content-Range` of another origin only if the server permits it, but always `Content-Length`.
 */
export function sizeOf({ status, headers }: Response, start: number): number | undefined {
  if (status !== 206) return undefined;
  const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '');
  if (range) return Number(range[1]) === start ? Number(range[2]) : undefined;
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? undefined : start + Number(length);
}
