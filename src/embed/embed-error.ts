/**
 * The error of a failed call to an embedded player. Besides the player's codes (`playback/refused`, `network/offline` ...), `code` can
 * be `timeout`, `closed`, `read-only`, `unsupported`, `bad-arguments`, `not-ready`, `aborted` or `failed`.
 */
export class EmbedError extends Error {
  override readonly name = 'EmbedError';

  constructor(
    readonly code: string,
    message: string
  ) {
    super(message);
  }
}
