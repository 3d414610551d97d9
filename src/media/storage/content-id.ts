/**
 * Returns an id that does not reveal the media: the SHA-256 of its URL without query and fragment, in hexadecimal.
 *
 * Resolves to undefined when `crypto.subtle` is missing, as on a page over plain HTTP. No position is stored then, because the URL itself,
 * as the id, would reveal what was watched.
 */
export async function contentId({ origin, pathname }: URL): Promise<string | undefined> {
  const { subtle } = globalThis.crypto;
  if (!subtle) return undefined;
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(origin + pathname));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
