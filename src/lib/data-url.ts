/** Returns the content of a `data:` URL (RFC 2397) as a response, without a request. @throws Error if it cannot be read */
export function readDataUrl(url: string): Response {
  const [, type = '', base64, data = ''] = /^data:([^,]*?)(;base64)?,([^#]*)/s.exec(url) ?? [];
  const text = decodeURIComponent(data);
  const bytes = base64 ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) : new TextEncoder().encode(text);
  return new Response(bytes, { headers: { 'content-type': type || 'text/plain;charset=US-ASCII' } });
}
