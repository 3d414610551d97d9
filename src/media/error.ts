import { redactCause, redactText } from '../lib/redact.js';

/** Every way in which playing can go wrong. The code is also the key of the sentence that the viewer reads. */
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
  'media/unsupported-codec',
  'media/decode',
  'media/not-media',
  'engine/load-failed',
  'engine/failed',
  'playback/refused'
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Codes for which trying the same thing again cannot help. */
const hopeless: ReadonlySet<ErrorCode> = new Set([
  'source/empty',
  'source/invalid-url',
  'source/unsupported',
  'source/wrong-type',
  'policy/blocked',
  'media/unsupported-codec'
]);

export interface ErrorDetails {
  readonly cause?: unknown;
  /** Already without its query; see `redactUrl`. */
  readonly url?: string;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
}

/** The one error that leaves the player: a stable code, a plain sentence for a developer, and what caused it; addresses are redacted in all of it. */
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

  /** Whether the same request may succeed later, unchanged. */
  get retryable(): boolean {
    return !hopeless.has(this.code);
  }

  /** Numbers of the HTML standard's `MediaError`, for code that reads `element.error.code`. */
  get mediaErrorCode(): 1 | 2 | 3 | 4 {
    if (this.code.startsWith('network/')) return 2;
    if (this.code === 'media/decode') return 3;
    return 4;
  }
}

/** Whether something was merely cut short by its own signal; such a thing is never shown to anybody. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Turns whatever was thrown into a `PlayerError`, keeping one that already is. */
export function toPlayerError(error: unknown, code: ErrorCode = 'engine/failed'): PlayerError {
  if (error instanceof PlayerError) return error;
  return new PlayerError(code, error instanceof Error ? error.message : String(error), { cause: error });
}

/** For the `catch` of an `import()`. @throws PlayerError `engine/load-failed` */
export function notLoaded(cause: unknown): never {
  throw new PlayerError('engine/load-failed', 'A part of the player could not be loaded.', { cause });
}
