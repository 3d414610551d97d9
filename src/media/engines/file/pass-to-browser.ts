import { PlayerError, throwLoadError, toPlayerError, type ErrorDetails } from '../../error.js';
import type { Engine, EngineContext, PartialReason } from '../engine.js';
import { probeFile } from '../native/file-probe.js';
import { TruncatedFile } from './truncation.js';

/** The error for a file that cannot be read through the guard, although the browser may be able to play it. */
export class UnreadableFile extends PlayerError {
  constructor(
    readonly reason: PartialReason,
    message: string,
    details?: ErrorDetails
  ) {
    super('media/unsupported-codec', message, details);
  }
}

/** Returns why the file cannot be played through the guard; undefined when the browser's own player would meet the same error. */
function reasonOf(error: PlayerError, { source, guard, hasFailedAfterPlaying }: EngineContext): PartialReason | undefined {
  const { code } = error;
  if (error instanceof UnreadableFile) return error.reason;
  if (error instanceof TruncatedFile || (code === 'media/decode' && hasFailedAfterPlaying)) return undefined;
  if (code === 'network/unreachable') return source.url.origin === guard.base.origin ? undefined : 'cors';
  return /^(network|source)\/|^media\/not-media$/.test(code) ? undefined : 'failed';
}

/**
 * Lets the browser itself play a file that could not be played through the guard, unless the publisher forbids it. Rethrows an error that
 * the browser would meet too: of the policy, the server or the network, or about a file without media.
 * @throws PlayerError `policy/native-file`, `source/wrong-type` for a manifest, the error itself, or what starting the browser's own
 * player throws
 */
export async function passToBrowser(cause: unknown, context: EngineContext): Promise<Engine> {
  const { signal, options, guard, source } = context;
  signal.throwIfAborted();
  const error = toPlayerError(cause);
  // The text of a manifest is no media either, but it has an error of its own.
  if (error.code === 'media/not-media') await probeFile(guard.direct, source, signal);
  const reason = reasonOf(error, context);
  if (!reason || error.code.startsWith('policy/')) throw error;
  if (!options.nativeFiles) {
    throw new PlayerError('policy/native-file', `This file cannot be read through the privacy guard: ${error.message}`, { cause: error });
  }
  const { start } = await import('../native/engine.js').catch(throwLoadError);
  return { ...(await start(context)), name: 'native', partialReason: reason };
}
