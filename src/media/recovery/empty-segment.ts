/** An empty `free` box (ISO/IEC 14496-12, 8.1.2): a valid segment without content. */
const freeBox = Uint8Array.of(0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65);

/** Returns the valid, empty segment that replaces a permanently missing one. */
export const emptySegment = ({ pathname }: URL): Uint8Array<ArrayBuffer> =>
  /\.(ts|aac|mp3|ac3|ec3|vtt|webvtt)$/i.test(pathname) ? new Uint8Array(0) : freeBox.slice();

/** Creates a response that comes from no server. */
export function syntheticResponse(body: BodyInit, { href }: URL): Response {
  const response = new Response(body);
  Object.defineProperty(response, 'url', { value: href });
  return response;
}
