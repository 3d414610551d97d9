/** A URL fit to be shown and logged: query, fragment and credentials are left out, for they may carry secrets. */
export function redactUrl(url: string | URL): string {
  try {
    const { protocol, origin, pathname, search } = new URL(url);
    if (protocol === 'data:' || protocol === 'blob:') return `${protocol}…`;
    return `${origin === 'null' ? `${protocol}//` : origin}${pathname}${search ? '?…' : ''}`;
  } catch {
    return 'an address that cannot be read';
  }
}
