/** `token=abc` as a part of a path, in the way of several content delivery networks. */
const pathSecret = /([\w.~-]+=)[^/;,&]+/g;

/** A URL fit to be shown and logged: query, fragment, credentials and values in the path are left out, for they may carry secrets. */
export function redactUrl(url: string | URL): string {
  try {
    const { protocol, origin, pathname, search } = new URL(url);
    if (protocol === 'data:' || protocol === 'blob:') return `${protocol}…`;
    return `${origin === 'null' ? `${protocol}//` : origin}${pathname.replace(pathSecret, '$1…')}${search ? '?…' : ''}`;
  } catch {
    return 'an address that cannot be read';
  }
}

/** A text of somebody else's making, with every address in it fit to be shown. */
export const redactText = (text: string): string =>
  text
    .replace(/\b(?:https?|data|blob):[^\s"'<>)\]]+/g, (url) => redactUrl(url))
    // An address without its host keeps the path that it is known by.
    .replace(/\?[^\s"'<>)\]]*=[^\s"'<>)\]]*/g, '?…');

/** What caused an error, without the secrets that its words may hold; what is no error and no text is handed on. */
export function redactCause(cause: unknown): unknown {
  if (typeof cause === 'string') return redactText(cause);
  if (!(cause instanceof Error)) return cause;
  const message = redactText(cause.message);
  const deeper = redactCause(cause.cause);
  if (message === cause.message && deeper === cause.cause) return cause;
  const clean = new Error(message, { cause: deeper });
  clean.name = cause.name;
  return clean;
}
