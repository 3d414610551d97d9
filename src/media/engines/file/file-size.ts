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

/**
 * Whether two responses may be parts of one version of the file, as far as their strong entity tags say (RFC 9110, 8.8.3). Several
 * servers may give one version different weak tags, and a page cannot read the tags of another origin without permission.
 */
export function mayBeSameVersion(first: string | null, second: string | null): boolean {
  const isStrong = (tag: string | null) => tag !== null && !tag.startsWith('W/');
  return first === second || !isStrong(first) || !isStrong(second);
}
