import { redactCause, redactText } from '../lib/redact.js';

/** All error codes. The code is also the key of the message that the viewer reads. */
export const errorCodes = [
  'source/empty',
  'source/invalid-url',
  'source/unsupported',
  'source/wrong-type',
  'source/not-found',
  'source/not-authorised',
  'manifest/not-a-manifest',
  'manifest/malformed',
  'manifest/empty',
  'manifest/too-large',
  'network/offline',
  'network/unreachable',
  'network/timeout',
  'network/http',
  'policy/blocked',
  'policy/page-csp',
  'policy/native-file',
  'policy/withdrawn',
  'policy/masks',
  'drm/required',
  'media/unsupported-codec',
  'media/decode',
  'media/not-media',
  'engine/load-failed',
  'engine/failed',
  'playback/refused'
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Codes for which an unchanged retry cannot succeed. */
const permanent: ReadonlySet<ErrorCode> = new Set([
  'source/empty',
  'source/invalid-url',
  'source/unsupported',
  'source/wrong-type',
  'policy/blocked',
  'policy/page-csp',
  'policy/native-file',
  'policy/withdrawn',
  'policy/masks',
  'drm/required',
  'media/unsupported-codec'
]);

export interface ErrorDetails {
  readonly cause?: unknown;
  /** Without its query; see `redactUrl`. */
  readonly url?: string;
  /** The HTTP status, if there was a response. */
  readonly status?: number;
}

/** The only error type that the player exposes: a stable code, a message for developers, and the cause; all URLs in it are redacted. */
export class PlayerError extends Error {
  override readonly name = 'PlayerError';
  readonly url: string | undefined;
  readonly status: number | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    { cause, url, status }: ErrorDetails = {}
  ) {
    super(redactText(message), { cause: redactCause(cause) });
    this.url = url;
    this.status = status;
  }

  /** Whether an unchanged retry may succeed. */
  get retryable(): boolean {
    return !permanent.has(this.code);
  }

  /** The code of the HTML standard's `MediaError`, for code that reads `element.error.code`. */
  get mediaErrorCode(): 1 | 2 | 3 | 4 {
    if (this.code.startsWith('network/')) return 2;
    if (this.code === 'media/decode') return 3;
    return 4;
  }
}

/** Converts a thrown value to a `PlayerError`; returns a `PlayerError` unchanged. */
export function toPlayerError(error: unknown, code: ErrorCode = 'engine/failed'): PlayerError {
  if (error instanceof PlayerError) return error;
  return new PlayerError(code, error instanceof Error ? error.message : String(error), { cause: error });
}

/** Handles a failed `import()`; for its `catch`. @throws PlayerError `engine/load-failed` */
export function throwLoadError(cause: unknown): never {
  throw new PlayerError('engine/load-failed', 'A part of the player could not be loaded.', { cause });
}
