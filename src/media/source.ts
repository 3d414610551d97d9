import { typeOfMime, typeOfPath, type SourceType } from '../lib/source-type.js';
import { PlayerError, type ErrorCode } from './error.js';

export { typeOfMime, type SourceType };

/** The URL of a source, and its MIME type as the publisher wrote it. */
interface Located {
  readonly url: URL;
  /** The MIME type that the publisher wrote, from which the browser decides whether it can play a file. */
  readonly mimeType: string;
}

/** A playable source: an absolute URL and its type. */
export interface Source extends Located {
  readonly type: SourceType;
}

/**
 * A source as the publisher declared it, resolved against the page's base URL: either valid, or with the error that makes it unplayable.
 */
export type DeclaredSource = ValidSource | InvalidSource;

export interface ValidSource extends Located {
  /** The URL as the publisher wrote it. */
  readonly src: string;
  /** Undefined until the first bytes show it. */
  readonly type: SourceType | undefined;
  readonly error?: undefined;
}

interface InvalidSource extends Pick<ValidSource, 'src' | 'mimeType'> {
  /** Undefined when `src` is not a URL. */
  readonly url: URL | undefined;
  /** `source/empty`, `source/invalid-url`, `source/unsupported`, `source/wrong-type`, or `media/unsupported-codec` for a declared codec. */
  readonly error: PlayerError;
}

/** What a page passes to `load()`: `src` and `type`, as on a `<source>` element. */
export interface SourceInput {
  readonly src: string;
  readonly type?: string;
}

/** Resolves a source declaration. The type comes from `type`, then from the path's extension, ignoring the query. */
export function resolveSource({ src: declaredSrc, type }: SourceInput, base: URL): DeclaredSource {
  // A page without type checks may pass a URL object, or null.
  const [src, mimeType] = [String(declaredSrc ?? ''), String(type ?? '')];
  let url: URL | undefined;
  let cause: unknown;
  try {
    url = new URL(src, base);
  } catch (thrown) {
    cause = thrown;
  }
  const invalid = (code: ErrorCode, message: string): InvalidSource => ({
    src,
    mimeType,
    url,
    error: new PlayerError(code, message, { cause })
  });
  if (!src.trim()) return invalid('source/empty', 'The source has no URL.');
  if (!url) return invalid('source/invalid-url', 'The source has an invalid URL.');
  const declaredType = typeOfMime(mimeType);
  const pathType = typeOfPath(url);
  if (mimeType && !declaredType) return invalid('source/unsupported', `The player does not support the type "${mimeType}".`);
  // The browser would fetch what a manifest names and bypass the guard.
  if (declaredType === 'file' && pathType && pathType !== 'file')
    return invalid('source/wrong-type', `The type "${mimeType}" does not match the URL of a manifest.`);
  return { src, url, type: declaredType ?? pathType, mimeType };
}
