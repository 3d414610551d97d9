import { once } from '../../../lib/listen.js';
import { PlayerError } from '../../error.js';
import { mediaSourceClass } from '../mse/media-source.js';

/** Attaches a Media Source to the video, unless `early` is attached already, and waits until it is open. @throws PlayerError when it does not open */
export async function openMediaSource(video: HTMLVideoElement, early: MediaSource | undefined, signal: AbortSignal): Promise<MediaSource> {
  const source = early ?? attach(video, signal);
  while (source.readyState !== 'open' && !signal.aborted) {
    // A Content Security Policy may forbid `blob:`, even before this engine has loaded.
    if (video.error) throw new PlayerError('engine/failed', 'The browser opens no Media Source here.', { cause: video.error.message });
    await once(source, 'sourceopen', [video, 'error'], [signal, 'abort']);
  }
  signal.throwIfAborted();
  return source;
}

function attach(video: HTMLVideoElement, signal: AbortSignal): MediaSource {
  const source = new (mediaSourceClass()!)();
  // Managed Media Source opens only where remote playback is off (Media Source Extensions, 12).
  if ('ManagedMediaSource' in globalThis) video.disableRemotePlayback = true;
  const blobUrl = URL.createObjectURL(source);
  video.src = blobUrl;
  // WebKit cannot resolve such a URL in a document of opaque origin, but plays the object.
  if (globalThis.origin === 'null') {
    try {
      video.srcObject = source;
    } catch {
      // A browser that accepts no Media Source here resolves the URL.
    }
  }
  const detach = () => {
    URL.revokeObjectURL(blobUrl);
    if (video.srcObject === source) video.srcObject = null;
    if (video.src !== blobUrl) return;
    video.removeAttribute('src');
    video.load();
  };
  signal.addEventListener('abort', detach, { once: true });
  return source;
}
