/** `token=abc` as a part of a path, as several content delivery networks use it. */
const pathSecret = /(?<![\w.~-])([\w.~-]+=)[^/;,&]+/g;

/** Characters of a path that are shown and logged; a longer path is cut. */
const longest = 2000;

/** The displayed part of a path. Cut before it is searched, so that a long path costs no more than a short one. */
const redactPath = (path: string): string =>
  path.length > longest ? `${path.slice(0, longest).replace(pathSecret, '$1…')}…` : path.replace(pathSecret, '$1…');

/**
 * A URL that is safe to show and log: query, fragment, credentials and values in the path are removed, because they may contain secrets.
 */
export function redactUrl(url: string | URL): string {
  try {
    const { protocol, origin, pathname, search } = new URL(url);
    if (protocol === 'data:' || protocol === 'blob:') return `${protocol}…`;
    return `${origin === 'null' ? `${protocol}//` : origin}${redactPath(pathname)}${search ? '?…' : ''}`;
  } catch {
    return 'an address that cannot be read';
  }
}

/** A text of unknown origin, with every URL in it made safe to show. */
export const redactText = (text: string): string =>
  text
    .replace(/\b(?:https?|data|blob):[^\s"'<>)\]]+/g, (url) => redactUrl(url))
    // A URL without its host keeps the path that identifies it.
    .replace(/\?[^\s"'<>)\]]*/g, (query) => (query.includes('=') ? '?…' : query));

/** The cause of an error, without secrets in its message; a value that is no error and no text is returned unchanged. */
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
