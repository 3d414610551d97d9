/**
 * Why a call to an embedded player failed. Beside the codes of the player (`playback/refused`, `network/offline` ...): `timeout`,
 * `closed`, `read-only`, `unsupported`, `bad-arguments`, `not-ready`, `aborted`, `failed`.
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
