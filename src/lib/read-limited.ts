/** Reads the body of a response. @throws RangeError as soon as it is longer than `limit` bytes */
export async function readLimited(response: Response, limit: number): Promise<Blob> {
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      void reader?.cancel();
      throw new RangeError(`More than ${limit} bytes.`);
    }
    parts.push(part.value);
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
}
