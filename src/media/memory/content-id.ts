/**
 * A name for a film that does not say which: the SHA-256 of its address without query and fragment, in hexadecimal.
 *
 * Undefined where the browser has no digest, as on a page over plain HTTP: a position is then not kept, for the address itself would
 * be a list of what was watched.
 */
export async function contentId({ origin, pathname }: URL): Promise<string | undefined> {
  const { subtle } = globalThis.crypto;
  if (!subtle) return undefined;
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(origin + pathname));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
