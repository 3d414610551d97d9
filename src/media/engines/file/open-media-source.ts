import { once } from '../../../lib/listen.js';
import { PlayerError } from '../../error.js';
import { attachMediaSource } from '../mse/attach-media-source.js';

/**
 * Attaches a Media Source to the video, unless `early` is attached already, and waits until it is open.
 * @throws PlayerError when it does not open
 */
export async function openMediaSource(video: HTMLVideoElement, early: MediaSource | undefined, signal: AbortSignal): Promise<MediaSource> {
  const source = early ?? attachMediaSource(video, signal);
  while (source.readyState !== 'open' && !signal.aborted) {
    // A Content Security Policy may forbid `blob:`, even before this engine has loaded.
    if (video.error) throw new PlayerError('engine/failed', 'The browser opens no Media Source here.', { cause: video.error.message });
    await once(source, 'sourceopen', [video, 'error'], [signal, 'abort']);
  }
  signal.throwIfAborted();
  return source;
}
