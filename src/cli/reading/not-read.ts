import { UsageError } from '../arguments.js';

/** The reason why a file or a response was not read. The values are stable, so programs can compare them. */
export type NotReadReason =
  | 'other-site'
  | 'private-host'
  | 'scheme'
  | 'outside-folder'
  | 'not-a-file'
  | 'too-large'
  | 'too-slow'
  | 'too-many'
  | 'unreachable'
  | 'not-a-manifest';

/**
 * A one-line reason why a file or a response was not read. The command may be correct, but the error extends `UsageError` so that its
 * message is printed, and the exit code is 2, when it is not caught.
 */
export class NotReadError extends UsageError {
  readonly reason: NotReadReason;

  constructor(reason: NotReadReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Returns a short reason for a system error: its error code if it has one. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'it is a folder';
  return typeof code === 'string' ? code : error.message;
}
