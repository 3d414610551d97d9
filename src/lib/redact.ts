/** `token=abc` as a part of a path, as several content delivery networks use it. */
const pathSecret = /(?<![\w.~-])([\w.~-]+=)[^/;,&]+/g;

/** Maximum number of characters of a path that are shown and logged. */
const maxPathLength = 2000;

/** Removes secrets from a path. It is cut before it is searched, so that a long path takes no more time than a short one. */
const redactPath = (path: string): string =>
  path.length > maxPathLength ? `${path.slice(0, maxPathLength).replace(pathSecret, '$1…')}…` : path.replace(pathSecret, '$1…');

/**
 * Makes a URL safe to show and log: removes query, fragment, credentials and values in the path, because they may contain secrets.
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

/** Makes every URL in a text of unknown origin safe to show. */
export const redactText = (text: string): string =>
  text
    .replace(/\b(?:https?|data|blob):[^\s"'<>)\]]+/g, (url) => redactUrl(url))
    // A URL without its host keeps the path that identifies it.
    .replace(/\?[^\s"'<>)\]]*/g, (query) => (query.includes('=') ? '?…' : query));

/** Removes secrets from the message of an error's cause. A value that is neither an error nor a string is returned unchanged. */
export function redactCause(cause: unknown): unknown {
  if (typeof cause === 'string') return redactText(cause);
  if (!(cause instanceof Error)) return cause;
  const message = redactText(cause.message);
  const redactedCauseOfCause = redactCause(cause.cause);
  if (message === cause.message && redactedCauseOfCause === cause.cause) return cause;
  const redactedError = new Error(message, { cause: redactedCauseOfCause });
  redactedError.name = cause.name;
  return redactedError;
}
